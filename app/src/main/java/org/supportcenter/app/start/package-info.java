/** Everything in one process on an embedded PostgreSQL: what a newcomer starts. */
@NullMarked
package org.supportcenter.app.start;

import org.jspecify.annotations.NullMarked;
