/** How webhooks are delivered, as configured by option or environment. */
@NullMarked
package org.supportcenter.app.webhook;

import org.jspecify.annotations.NullMarked;
