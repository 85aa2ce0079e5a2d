/** The mails to customers and technicians. */
@NullMarked
package org.supportcenter.engine.notification;

import org.jspecify.annotations.NullMarked;
