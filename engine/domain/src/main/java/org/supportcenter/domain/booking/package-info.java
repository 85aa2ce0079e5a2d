/** Decides what a command does to appointments and their tickets. Pure: no I/O, no clock. */
@NullMarked
package org.supportcenter.domain.booking;

import org.jspecify.annotations.NullMarked;
