/** Tenants and API keys, managed by whoever runs the database. */
@NullMarked
package org.supportcenter.app.keys;

import org.jspecify.annotations.NullMarked;
