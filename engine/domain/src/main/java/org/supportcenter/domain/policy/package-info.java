/** Booking policies, their limits and defaults, and how the levels combine. */
@NullMarked
package org.supportcenter.domain.policy;

import org.jspecify.annotations.NullMarked;
