/** Test support: a real PostgreSQL per test class and clocks that tests move. */
@NullMarked
package org.supportcenter.testkit;

import org.jspecify.annotations.NullMarked;
