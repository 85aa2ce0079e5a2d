/** Appointments, their statuses, and what can happen to one. */
@NullMarked
package org.supportcenter.domain.appointment;

import org.jspecify.annotations.NullMarked;
