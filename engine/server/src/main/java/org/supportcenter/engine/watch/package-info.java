/** Follows the change feed and tells watchers what they may see. */
@NullMarked
package org.supportcenter.engine.watch;

import org.jspecify.annotations.NullMarked;
