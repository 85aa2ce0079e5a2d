package org.supportcenter.app.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connection parameter of libpq that means something here.
 *
 * @param libpqName as written in an address
 * @param driverName its name in the JDBC driver
 * @param values from what libpq accepts to what the driver accepts; empty when any text is passed
 *     on
 */
record DriverParameter(String libpqName, String driverName, Map<String, String> values) {
  private static final List<DriverParameter> KNOWN =
      List.of(
          of(
              "sslmode",
              "sslmode",
              List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full")),
          of("sslrootcert", "sslrootcert", List.of()),
          of("sslcert", "sslcert", List.of()),
          of("sslkey", "sslkey", List.of()),
          of("sslpassword", "sslpassword", List.of()),
          of("sslnegotiation", "sslNegotiation", List.of("postgres", "direct")),
          of("gssencmode", "gssEncMode", List.of("disable", "prefer", "require")),
          of("channel_binding", "channelBinding", List.of("disable", "prefer", "require")),
          of("application_name", "ApplicationName", List.of()),
          of("connect_timeout", "connectTimeout", List.of()),
          of("options", "options", List.of()),
          new DriverParameter("keepalives", "tcpKeepAlive", Map.of("0", "false", "1", "true")),
          new DriverParameter(
              "target_session_attrs",
              "targetServerType",
              Map.of(
                  "any", "any",
                  "primary", "primary",
                  "read-write", "primary",
                  "standby", "secondary",
                  "read-only", "secondary",
                  "prefer-standby", "preferSecondary")));

  private static DriverParameter of(String libpqName, String driverName, List<String> values) {
    var same = values.stream().collect(Collectors.toMap(value -> value, value -> value));
    return new DriverParameter(libpqName, driverName, same);
  }

  /** Null if there is none of that name. */
  static @Nullable DriverParameter named(String libpqName) {
    return KNOWN.stream()
        .filter(parameter -> parameter.libpqName.equals(libpqName))
        .findFirst()
        .orElse(null);
  }

  static String names() {
    return KNOWN.stream().map(DriverParameter::libpqName).collect(Collectors.joining(", "));
  }

  /** The value for the driver; null if libpq would refuse it. */
  @Nullable String translated(String value) {
    return values.isEmpty() ? value : values.get(value);
  }

  String choices() {
    return values.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
