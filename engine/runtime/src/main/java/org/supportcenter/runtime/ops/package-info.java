/** Health and metrics over HTTP. */
@NullMarked
package org.supportcenter.runtime.ops;

import org.jspecify.annotations.NullMarked;
