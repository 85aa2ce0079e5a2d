/** Benchmarks anyone can run again: each measures itself beside its comparison, in one run. */
@NullMarked
package org.supportcenter.bench;

import org.jspecify.annotations.NullMarked;
