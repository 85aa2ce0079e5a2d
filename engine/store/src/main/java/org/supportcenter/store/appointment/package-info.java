/** Appointments: reading, listing and writing them. */
@NullMarked
package org.supportcenter.store.appointment;

import org.jspecify.annotations.NullMarked;
