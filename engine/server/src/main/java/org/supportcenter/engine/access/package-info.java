/** API keys and who the caller is. */
@NullMarked
package org.supportcenter.engine.access;

import org.jspecify.annotations.NullMarked;
