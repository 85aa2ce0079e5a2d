/** How values of the domain are written on the wire, and read from it. */
@NullMarked
package org.supportcenter.engine.wire;

import org.jspecify.annotations.NullMarked;
