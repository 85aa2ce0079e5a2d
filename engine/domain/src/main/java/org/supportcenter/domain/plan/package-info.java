/** Plans: many visits placed at once, as a proposal. */
@NullMarked
package org.supportcenter.domain.plan;

import org.jspecify.annotations.NullMarked;
