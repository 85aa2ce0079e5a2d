/** The development inbox: a mail server that keeps what it is sent, and pages to read it. */
@NullMarked
package org.supportcenter.app.inbox;

import org.jspecify.annotations.NullMarked;
