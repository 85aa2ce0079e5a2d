package org.supportcenter.engine.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.KeyRules;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.refusal.FieldProblem;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.ApiKey;

/** API keys on the wire. */
final class ApiKeys {

  private static final String FIELD = "apiKey.";

  private ApiKeys() {}

  /**
   * The key to create.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if its parts do not fit together
   */
  static org.supportcenter.store.access.ApiKey toCreate(
      ApiKey key, UUID id, String prefix, Instant now) {
    var role = role(key.getRole());
    var technician =
        key.getTechnician().isEmpty()
            ? null
            : Names.TECHNICIAN.id(key.getTechnician(), FIELD + "technician");
    var scopes = key.getScopesList().stream().map(Scope::of).collect(toUnmodifiableSet());
    var expireTime =
        key.hasExpireTime() ? Times.instant(key.getExpireTime(), FIELD + "expireTime") : null;
    var problems = new ArrayList<FieldProblem>();
    KeyRules.problems(key.getDisplayName(), role, technician, scopes)
        .forEach(found -> problems.add(problem(found.field(), found.problem())));
    if (expireTime != null && !expireTime.isAfter(now)) {
      problems.add(problem("expireTime", "must be in the future"));
    }
    if (!problems.isEmpty()) {
      throw new Refusal.FieldsInvalid(problems).asException();
    }
    return new org.supportcenter.store.access.ApiKey(
        id, key.getDisplayName(), role, technician, scopes, prefix, now, expireTime, null, null);
  }

  private static FieldProblem problem(String field, String problem) {
    return new FieldProblem(FIELD + field, problem);
  }

  /** A key for the wire, without its secret. */
  static ApiKey message(org.supportcenter.store.access.ApiKey key) {
    var message =
        ApiKey.newBuilder()
            .setName(Names.API_KEY.of(key.id()))
            .setDisplayName(key.displayName())
            .setRole(role(key.role()))
            .addAllScopes(key.scopes().stream().sorted().map(Scope::label).toList())
            .setPrefix(key.prefix())
            .setCreateTime(Times.timestamp(key.createTime()));
    if (key.technician() != null) {
      message.setTechnician(Names.TECHNICIAN.of(key.technician()));
    }
    if (key.expireTime() != null) {
      message.setExpireTime(Times.timestamp(key.expireTime()));
    }
    if (key.lastUseTime() != null) {
      message.setLastUseTime(Times.timestamp(key.lastUseTime()));
    }
    if (key.revokeTime() != null) {
      message.setRevokeTime(Times.timestamp(key.revokeTime()));
    }
    return message.build();
  }

  /** A role for the wire; none is unspecified. */
  static org.supportcenter.v1.Role role(@Nullable Role role) {
    return role == null
        ? org.supportcenter.v1.Role.ROLE_UNSPECIFIED
        : org.supportcenter.v1.Role.valueOf(role.name());
  }

  private static @Nullable Role role(org.supportcenter.v1.Role role) {
    return switch (role) {
      case ADMIN -> Role.ADMIN;
      case MANAGER -> Role.MANAGER;
      case TECHNICIAN -> Role.TECHNICIAN;
      case ROLE_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }
}
