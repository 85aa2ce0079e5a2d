/** Who is told over HTTP of what happens. */
@NullMarked
package org.supportcenter.domain.webhook;

import org.jspecify.annotations.NullMarked;
