/** Tickets and their history. */
@NullMarked
package org.supportcenter.store.ticket;

import org.jspecify.annotations.NullMarked;
