/** The helpdesk ticket every visit belongs to. */
@NullMarked
package org.supportcenter.domain.ticket;

import org.jspecify.annotations.NullMarked;
