/** API keys: how they are made, kept and recognised. */
@NullMarked
package org.supportcenter.store.access;

import org.jspecify.annotations.NullMarked;
