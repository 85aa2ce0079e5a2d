/**
 * Webhooks by the Standard Webhooks specification: what happened is fanned out from the table of
 * events to the endpoints, signed and posted, and posted again until it is taken or given up.
 */
@NullMarked
package org.supportcenter.mailer.webhook;

import org.jspecify.annotations.NullMarked;
