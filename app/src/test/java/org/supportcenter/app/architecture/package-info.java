/**
 * What the house looks like from outside: which module may use which, and how files are written.
 */
@NullMarked
package org.supportcenter.app.architecture;

import org.jspecify.annotations.NullMarked;
