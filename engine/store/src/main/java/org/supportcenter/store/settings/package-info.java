/** What holds for a whole tenant. */
@NullMarked
package org.supportcenter.store.settings;

import org.jspecify.annotations.NullMarked;
