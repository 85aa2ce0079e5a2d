/** Who is visited. */
@NullMarked
package org.supportcenter.domain.customer;

import org.jspecify.annotations.NullMarked;
