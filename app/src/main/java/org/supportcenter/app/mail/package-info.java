/** How mail is sent, as configured by option or environment. */
@NullMarked
package org.supportcenter.app.mail;

import org.jspecify.annotations.NullMarked;
