package org.supportcenter.app.start;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the running processes are and how to use them; {@code run.json} in the data directory.
 *
 * @param gateway address of REST, gRPC and gRPC-Web
 * @param engine host and port of the engine's own gRPC
 * @param inbox address of the pages that show the mails sent; null where a mail server is named
 * @param database address of the database with the owner's credentials, for psql
 * @param tenant id of the tenant the keys belong to
 * @param apiKeys a key for each role
 * @param otherTenant another tenant, whose data the first never sees
 */
record RunFile(
    String gateway,
    String engine,
    @Nullable String inbox,
    String database,
    String tenant,
    Map<String, String> apiKeys,
    TenantKeys otherTenant) {

  /**
   * A tenant and a key for each role.
   *
   * @param tenant its id
   */
  record TenantKeys(String tenant, Map<String, String> apiKeys) {}
}
