/** Who does the visits, and when they are away. */
@NullMarked
package org.supportcenter.domain.technician;

import org.jspecify.annotations.NullMarked;
