/** Plans: asked for, searched in the background, and carried out. */
@NullMarked
package org.supportcenter.engine.plan;

import org.jspecify.annotations.NullMarked;
