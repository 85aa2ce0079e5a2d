/** Customers. */
@NullMarked
package org.supportcenter.store.customer;

import org.jspecify.annotations.NullMarked;
