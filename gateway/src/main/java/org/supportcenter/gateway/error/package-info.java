/** Errors on their way to a client: one google.rpc.Status, whatever the protocol. */
@NullMarked
package org.supportcenter.gateway.error;

import org.jspecify.annotations.NullMarked;
