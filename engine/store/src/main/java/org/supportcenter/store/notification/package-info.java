/** The ledger of mails, as people look at it; it is the mailer that sends. */
@NullMarked
package org.supportcenter.store.notification;

import org.jspecify.annotations.NullMarked;
