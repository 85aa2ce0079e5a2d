/** Benchmarks that anyone can run. */
@NullMarked
package org.supportcenter.bench;

import org.jspecify.annotations.NullMarked;
