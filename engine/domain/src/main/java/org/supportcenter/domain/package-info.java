/** Pure decisions of the scheduling engine: no I/O, no clock, only the JDK. */
@NullMarked
package org.supportcenter.domain;

import org.jspecify.annotations.NullMarked;
