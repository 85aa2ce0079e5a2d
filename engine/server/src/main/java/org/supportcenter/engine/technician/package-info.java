/** Technicians, their policies, time off and date overrides. */
@NullMarked
package org.supportcenter.engine.technician;

import org.jspecify.annotations.NullMarked;
