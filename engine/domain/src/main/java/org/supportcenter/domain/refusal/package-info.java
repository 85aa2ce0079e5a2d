/** Every way in which an order is refused, whichever layer finds out. */
@NullMarked
package org.supportcenter.domain.refusal;

import org.jspecify.annotations.NullMarked;
