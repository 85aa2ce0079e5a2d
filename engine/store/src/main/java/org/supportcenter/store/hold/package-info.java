/** Holds, which are rows of appointments with a status of their own. */
@NullMarked
package org.supportcenter.store.hold;

import org.jspecify.annotations.NullMarked;
