/** How a PostgreSQL database is named and reached. */
@NullMarked
package org.supportcenter.app.database;

import org.jspecify.annotations.NullMarked;
