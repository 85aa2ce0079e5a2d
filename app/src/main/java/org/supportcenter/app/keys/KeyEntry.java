package org.supportcenter.app.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as listed.
 *
 * @param role null for an integrator's key
 * @param prefix the beginning of its secret
 * @param lastUseTime null if never used
 * @param revokeTime null if it still works
 */
record KeyEntry(
    UUID id,
    String displayName,
    @Nullable String role,
    List<String> scopes,
    String prefix,
    Instant createTime,
    @Nullable Instant lastUseTime,
    @Nullable Instant revokeTime) {

  /** One line for the terminal. */
  String line() {
    var rights = role == null ? String.join(",", scopes) : role;
    var state = revokeTime == null ? "works" : "revoked " + revokeTime;
    var use = lastUseTime == null ? "never used" : "used " + lastUseTime;
    return "%s  %s...  %-10s  %s  %s, %s".formatted(id, prefix, rights, displayName, state, use);
  }
}
