/** When a visit can be booked, and what can be had instead. */
@NullMarked
package org.supportcenter.engine.availability;

import org.jspecify.annotations.NullMarked;
