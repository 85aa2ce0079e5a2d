/** Where people and visits are. */
@NullMarked
package org.supportcenter.domain.place;

import org.jspecify.annotations.NullMarked;
