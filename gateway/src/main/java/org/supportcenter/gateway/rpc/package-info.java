/** Calls to the engine, and gRPC and gRPC-Web passed through as they are. */
@NullMarked
package org.supportcenter.gateway.rpc;

import org.jspecify.annotations.NullMarked;
