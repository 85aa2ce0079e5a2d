/** What the services of plain resources have in common. */
@NullMarked
package org.supportcenter.engine.resource;

import org.jspecify.annotations.NullMarked;
