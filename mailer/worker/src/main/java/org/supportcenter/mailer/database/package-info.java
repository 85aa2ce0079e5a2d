/** The mailer's transactions. */
@NullMarked
package org.supportcenter.mailer.database;

import org.jspecify.annotations.NullMarked;
