/** Plans, and the queue they wait in. */
@NullMarked
package org.supportcenter.store.plan;

import org.jspecify.annotations.NullMarked;
