/** The engine process: gRPC services, interceptors and wiring. */
@NullMarked
package org.supportcenter.engine;

import org.jspecify.annotations.NullMarked;
