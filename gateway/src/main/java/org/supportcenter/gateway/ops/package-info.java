/** What operators see: health, metrics, access log, request ids, drain. */
@NullMarked
package org.supportcenter.gateway.ops;

import org.jspecify.annotations.NullMarked;
