/** The page behind the link with which customers stop reminders. */
@NullMarked
package org.supportcenter.gateway.unsubscribe;

import org.jspecify.annotations.NullMarked;
