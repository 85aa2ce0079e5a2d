/** Instants, wall-clock hours and how the second become the first. */
@NullMarked
package org.supportcenter.domain.time;

import org.jspecify.annotations.NullMarked;
