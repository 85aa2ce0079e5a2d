/** Lists a page at a time. */
@NullMarked
package org.supportcenter.store.page;

import org.jspecify.annotations.NullMarked;
