/** Webhook endpoints and deliveries over the API. */
@NullMarked
package org.supportcenter.engine.webhook;

import org.jspecify.annotations.NullMarked;
