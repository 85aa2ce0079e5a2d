/** Tickets and their history. */
@NullMarked
package org.supportcenter.engine.ticket;

import org.jspecify.annotations.NullMarked;
