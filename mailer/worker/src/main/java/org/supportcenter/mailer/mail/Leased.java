package org.supportcenter.mailer.mail;

import java.util.UUID;

/**
 * A mail that this process has to itself for a while.
 *
 * @param id of the ledger's row
 * @param lease by which the row knows us
 */
record Leased(UUID id, UUID lease) {}
