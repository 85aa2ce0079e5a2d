package org.supportcenter.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.demo.Demo;
import org.supportcenter.app.demo.EngineClient;
import org.supportcenter.app.keys.OwnerKeys;
import org.supportcenter.app.keys.Tenants;
import org.supportcenter.app.start.RunFile.TenantKeys;
import org.supportcenter.v1.ApiKey;
import org.supportcenter.v1.CreateApiKeyRequest;
import org.supportcenter.v1.Role;

/**
 * Two tenants, a key for each role and the demo, made once and remembered. Only tenants and their
 * first keys are written to the database directly; everything else is asked of the engine. What was
 * interrupted is continued at the next start.
 */
final class FirstRun {
  private static final Logger log = LoggerFactory.getLogger(FirstRun.class);
  private static final List<String> INTEGRATOR_SCOPES =
      List.of("appointments.read", "appointments.write", "availability.read", "customers.write");

  private final Path file;
  private final Tenants tenants;
  private final OwnerKeys keys;
  private final String engine;
  private final InstantSource clock;

  FirstRun(Path file, Tenants tenants, OwnerKeys keys, String engine, InstantSource clock) {
    this.file = file;
    this.tenants = tenants;
    this.keys = keys;
    this.engine = engine;
    this.clock = clock;
  }

  /** What exists afterwards, made as far as it was missing. */
  Credentials complete(boolean demo) throws IOException, SQLException {
    var credentials = existing();
    if (credentials == null) {
      credentials = new Credentials(tenant("Demo"), tenant("Other demo"), false);
      JsonFiles.write(file, credentials);
    }
    try (var admin = EngineClient.open(engine, credentials.key("admin"))) {
      credentials = ensure(admin, credentials, "manager", role("Manager", Role.MANAGER));
      credentials = ensure(admin, credentials, "integrator", integrator());
      if (demo && !credentials.demo()) {
        credentials = fill(admin, credentials);
      }
    }
    return credentials;
  }

  /** Null when there are none yet, or they belong to a database that is gone. */
  private @Nullable Credentials existing() throws IOException, SQLException {
    if (!Files.exists(file)) {
      return null;
    }
    var credentials = JsonFiles.read(file, Credentials.class);
    var id = credentials.tenant().tenant();
    return tenants.list().stream().anyMatch(tenant -> tenant.id().toString().equals(id))
        ? credentials
        : null;
  }

  private TenantKeys tenant(String displayName) throws SQLException {
    var now = clock.instant();
    var tenant = tenants.create(displayName, now);
    var secret = keys.createAdmin(tenant.id(), "Administrator", now);
    return new TenantKeys(tenant.id().toString(), Map.of("admin", secret));
  }

  private Credentials ensure(
      EngineClient admin, Credentials credentials, String name, ApiKey wanted) throws IOException {
    if (credentials.tenant().apiKeys().containsKey(name)) {
      return credentials;
    }
    var key =
        admin.access().createApiKey(CreateApiKeyRequest.newBuilder().setApiKey(wanted).build());
    var extended = credentials.with(name, key.getSecret());
    JsonFiles.write(file, extended);
    return extended;
  }

  private Credentials fill(EngineClient admin, Credentials credentials) throws IOException {
    log.info("Filling in the demo");
    Instant now = clock.instant();
    var technicians = new Demo(admin).fill(now);
    try (var other =
        EngineClient.open(engine, credentials.otherTenant().apiKeys().getOrDefault("admin", ""))) {
      new Demo(other).fillOther();
    }
    var technician =
        role("Technician", Role.TECHNICIAN).toBuilder()
            .setTechnician(technicians.getFirst().getName())
            .build();
    var filled = ensure(admin, credentials, "technician", technician).withDemo();
    JsonFiles.write(file, filled);
    return filled;
  }

  private static ApiKey role(String displayName, Role role) {
    return ApiKey.newBuilder().setDisplayName(displayName).setRole(role).build();
  }

  private static ApiKey integrator() {
    return ApiKey.newBuilder().setDisplayName("Integrator").addAllScopes(INTEGRATOR_SCOPES).build();
  }
}
