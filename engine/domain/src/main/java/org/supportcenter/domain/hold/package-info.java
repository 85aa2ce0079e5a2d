/** Times that are kept for somebody for some minutes. */
@NullMarked
package org.supportcenter.domain.hold;

import org.jspecify.annotations.NullMarked;
