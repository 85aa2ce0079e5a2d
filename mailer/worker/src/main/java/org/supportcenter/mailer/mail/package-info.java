/**
 * The mails of the ledger: finding what is due, judging it at the moment of sending, sending it.
 */
@NullMarked
package org.supportcenter.mailer.mail;

import org.jspecify.annotations.NullMarked;
