/** Webhook endpoints, their secrets and deliveries. */
@NullMarked
package org.supportcenter.store.webhook;

import org.jspecify.annotations.NullMarked;
