/** What holds for the whole tenant. */
@NullMarked
package org.supportcenter.engine.settings;

import org.jspecify.annotations.NullMarked;
