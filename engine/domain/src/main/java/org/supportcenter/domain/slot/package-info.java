/** The search for starts that break no rule. */
@NullMarked
package org.supportcenter.domain.slot;

import org.jspecify.annotations.NullMarked;
