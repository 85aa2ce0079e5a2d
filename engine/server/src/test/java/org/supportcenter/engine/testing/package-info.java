/** Runs the real engine in tests. */
@NullMarked
package org.supportcenter.engine.testing;

import org.jspecify.annotations.NullMarked;
