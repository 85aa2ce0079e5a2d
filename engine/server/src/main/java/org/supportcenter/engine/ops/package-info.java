/** What operators see: metrics, liveness and readiness. */
@NullMarked
package org.supportcenter.engine.ops;

import org.jspecify.annotations.NullMarked;
