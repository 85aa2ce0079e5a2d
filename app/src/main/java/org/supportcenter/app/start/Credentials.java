package org.supportcenter.app.start;

import java.util.LinkedHashMap;
import java.util.Objects;
import org.supportcenter.app.start.RunFile.TenantKeys;

/**
 * The tenants and keys made at the first start, kept to be shown at the next ones: the database has
 * only hashes of the keys.
 *
 * @param demo whether the demo was filled in
 */
record Credentials(TenantKeys tenant, TenantKeys otherTenant, boolean demo) {

  /** The same with another key of the first tenant. */
  Credentials with(String role, String secret) {
    var keys = new LinkedHashMap<>(tenant.apiKeys());
    keys.put(role, secret);
    return new Credentials(new TenantKeys(tenant.tenant(), keys), otherTenant, demo);
  }

  /** The same, with the demo filled in. */
  Credentials withDemo() {
    return new Credentials(tenant, otherTenant, true);
  }

  /** The first tenant's key of that role. */
  String key(String role) {
    return Objects.requireNonNull(tenant.apiKeys().get(role), role);
  }
}
