/** Who changes things, and through what. */
@NullMarked
package org.supportcenter.domain.change;

import org.jspecify.annotations.NullMarked;
