/** The gateway process: gRPC, gRPC-Web and REST on one port. */
@NullMarked
package org.supportcenter.gateway;

import org.jspecify.annotations.NullMarked;
