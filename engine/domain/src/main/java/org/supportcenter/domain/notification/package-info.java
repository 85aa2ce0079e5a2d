/** Who is told what about a visit. */
@NullMarked
package org.supportcenter.domain.notification;

import org.jspecify.annotations.NullMarked;
