/** The facts a scheduling decision is made on. */
@NullMarked
package org.supportcenter.domain.schedule;

import org.jspecify.annotations.NullMarked;
