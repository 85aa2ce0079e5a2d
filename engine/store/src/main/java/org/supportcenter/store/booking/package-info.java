/** What bookings are decided on, read in as few round trips as possible. */
@NullMarked
package org.supportcenter.store.booking;

import org.jspecify.annotations.NullMarked;
