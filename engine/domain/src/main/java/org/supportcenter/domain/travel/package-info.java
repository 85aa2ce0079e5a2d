/** How far places are from each other, and how long the way takes. */
@NullMarked
package org.supportcenter.domain.travel;

import org.jspecify.annotations.NullMarked;
