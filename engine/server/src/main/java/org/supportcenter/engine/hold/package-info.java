/** Keeping a time while somebody makes up their mind. */
@NullMarked
package org.supportcenter.engine.hold;

import org.jspecify.annotations.NullMarked;
