package org.supportcenter.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;

/**
 * Reads {@code postgresql://} addresses. Its errors never repeat the address: it holds a password.
 */
final class DatabaseUrlParser {
  private static final String EXAMPLE = "postgresql://user:password@host:5432/database";
  private static final Set<String> NOT_PARAMETERS =
      Set.of("user", "password", "dbname", "host", "port");
  private static final int DEFAULT_PORT = 5432;
  private static final int LARGEST_PORT = 65_535;

  private static final Pattern SHAPE =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<userinfo>[^/?]*)@)?(?<hosts>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?",
          Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("(?<name>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)?(?::(?<port>\\d{1,5}))?");

  private final String variable;

  DatabaseUrlParser(String variable) {
    this.variable = variable;
  }

  DatabaseUrl parse(String text) {
    var shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw broken("it must look like " + EXAMPLE);
    }
    var given = query(orEmpty(shape.group("query")));
    var userinfo = orEmpty(shape.group("userinfo")).split(":", 2);
    var user = given.getOrDefault("user", decoded(userinfo[0]));
    if (user.isEmpty()) {
      throw broken("it names no user; it must look like " + EXAMPLE);
    }
    var password = given.getOrDefault("password", userinfo.length > 1 ? decoded(userinfo[1]) : "");
    var database = given.getOrDefault("dbname", decoded(orEmpty(shape.group("database"))));
    return new DatabaseUrl(
        hosts(given.getOrDefault("host", shape.group("hosts")), given.get("port")),
        database.isEmpty() ? user : database,
        user,
        password,
        driverParameters(given));
  }

  private Map<String, String> query(String query) {
    var given = new HashMap<String, String>();
    for (var part : query.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      var pair = part.split("=", 2);
      if (pair.length < 2) {
        throw broken("the parameter %s has no value".formatted(decoded(pair[0])));
      }
      given.put(decoded(pair[0]), decoded(pair[1]));
    }
    return given;
  }

  private String hosts(String hosts, @Nullable String port) {
    if (decoded(hosts).startsWith("/")) {
      throw broken("Unix sockets are not supported: name a host and a port, as in " + EXAMPLE);
    }
    return Arrays.stream(hosts.split(",", -1))
        .map(host -> host(host, port))
        .collect(Collectors.joining(","));
  }

  private String host(String text, @Nullable String otherwisePort) {
    var host = HOST.matcher(text);
    if (!host.matches()) {
      throw broken("its host is not a host name with a port, as in " + EXAMPLE);
    }
    var ownPort = host.group("port");
    var port = ownPort == null ? otherwisePort : ownPort;
    return Objects.requireNonNullElse(host.group("name"), "localhost") + ":" + port(port);
  }

  private int port(@Nullable String text) {
    if (text == null) {
      return DEFAULT_PORT;
    }
    if (text.matches("\\d{1,5}")) {
      var port = Integer.parseInt(text);
      if (port >= 1 && port <= LARGEST_PORT) {
        return port;
      }
    }
    throw broken("its port is not a number from 1 to " + LARGEST_PORT);
  }

  private Map<String, String> driverParameters(Map<String, String> given) {
    var parameters = new HashMap<String, String>();
    given.forEach(
        (name, value) -> {
          if (!NOT_PARAMETERS.contains(name)) {
            var parameter = DriverParameter.named(name);
            if (parameter == null) {
              throw broken(
                  "it has the unknown parameter %s; known are %s"
                      .formatted(name, DriverParameter.names()));
            }
            var translated = parameter.translated(value);
            if (translated == null) {
              throw broken(
                  "its parameter %s must be one of %s".formatted(name, parameter.choices()));
            }
            parameters.put(parameter.driverName(), translated);
          }
        });
    return parameters;
  }

  private String decoded(String text) {
    try {
      // The decoder is for forms, where a plus is a space; in an address it is a plus.
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw broken("a % in it is not followed by two hexadecimal digits (write a % itself as %25)");
    }
  }

  private UserError broken(String why) {
    return new UserError("%s cannot be used: %s.".formatted(variable, why));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
