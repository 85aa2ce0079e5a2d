/** The process that delivers what the engine wrote down to be delivered. */
@NullMarked
package org.supportcenter.mailer;

import org.jspecify.annotations.NullMarked;
