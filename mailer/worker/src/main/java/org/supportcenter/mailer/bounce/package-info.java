/** Mail that comes back: reading the mailbox it returns to, and drawing the consequences. */
@NullMarked
package org.supportcenter.mailer.bounce;

import org.jspecify.annotations.NullMarked;
