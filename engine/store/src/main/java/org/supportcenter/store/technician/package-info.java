/** Technicians, their policies, time off and date overrides. */
@NullMarked
package org.supportcenter.store.technician;

import org.jspecify.annotations.NullMarked;
