/** Policies on the wire. */
@NullMarked
package org.supportcenter.engine.policy;

import org.jspecify.annotations.NullMarked;
