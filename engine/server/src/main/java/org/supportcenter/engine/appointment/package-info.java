/** Booking, moving and following visits. */
@NullMarked
package org.supportcenter.engine.appointment;

import org.jspecify.annotations.NullMarked;
