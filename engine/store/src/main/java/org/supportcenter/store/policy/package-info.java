/**
 * How the tables keep policies and hours; they are read by settings, technicians and bookings
 * alike.
 */
@NullMarked
package org.supportcenter.store.policy;

import org.jspecify.annotations.NullMarked;
