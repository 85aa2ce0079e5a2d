/** The judge that scores candidates with Timefold; the only module that imports it. */
@NullMarked
package org.supportcenter.solver;

import org.jspecify.annotations.NullMarked;
