/** How connections to PostgreSQL are opened, kept and judged. */
@NullMarked
package org.supportcenter.runtime.database;

import org.jspecify.annotations.NullMarked;
