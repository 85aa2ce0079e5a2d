/** The mail server: how it is reached, connections that are used again, and what it answers. */
@NullMarked
package org.supportcenter.mailer.smtp;

import org.jspecify.annotations.NullMarked;
