/** First answers of requests, kept so that a retry gets them again. */
@NullMarked
package org.supportcenter.store.replay;

import org.jspecify.annotations.NullMarked;
