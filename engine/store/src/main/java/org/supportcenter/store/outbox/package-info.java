/** What is written beside every change: history, change feed and the mails that follow from it. */
@NullMarked
package org.supportcenter.store.outbox;

import org.jspecify.annotations.NullMarked;
