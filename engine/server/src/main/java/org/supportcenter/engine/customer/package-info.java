/** Who is visited. */
@NullMarked
package org.supportcenter.engine.customer;

import org.jspecify.annotations.NullMarked;
