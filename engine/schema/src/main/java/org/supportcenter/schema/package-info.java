/** The database schema: Flyway migrations and the jOOQ classes generated from them. */
@NullMarked
package org.supportcenter.schema;

import org.jspecify.annotations.NullMarked;
