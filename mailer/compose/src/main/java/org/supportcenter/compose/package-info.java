/** Facts and a template in, a message out. Nothing is read, sent or looked up here. */
@NullMarked
package org.supportcenter.compose;

import org.jspecify.annotations.NullMarked;
