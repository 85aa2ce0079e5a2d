package org.supportcenter.store.replay;

import java.util.UUID;

/**
 * What makes a request the same request.
 *
 * @param caller the actor who sent it, e.g. {@code "apiKeys/{uuid}"}
 * @param requestId chosen by the caller
 * @param hash SHA-256, in hex, of the method and all of the request but its id
 */
public record ReplayKey(String caller, UUID requestId, String hash) {}
