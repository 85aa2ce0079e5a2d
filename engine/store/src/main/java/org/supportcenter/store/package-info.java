/** Stores of the engine: transactions and jOOQ repositories. */
@NullMarked
package org.supportcenter.store;

import org.jspecify.annotations.NullMarked;
