/** The command line and everything in one process on an embedded PostgreSQL. */
@NullMarked
package org.supportcenter.app;

import org.jspecify.annotations.NullMarked;
