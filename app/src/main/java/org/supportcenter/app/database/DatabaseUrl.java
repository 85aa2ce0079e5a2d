package org.supportcenter.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.supportcenter.app.console.UserError;
import org.supportcenter.runtime.database.DatabaseConfig;

/**
 * Where a PostgreSQL database is and who connects to it, as written in {@code DATABASE_URL}: {@code
 * postgresql://user:password@host:5432/database?sslmode=require}.
 *
 * @param hosts one {@code host:port}, or several separated by commas
 * @param database its name, decoded
 * @param user the role, decoded
 * @param password decoded; empty where the server wants none
 * @param parameters connection parameters by the names of the JDBC driver
 */
public record DatabaseUrl(
    String hosts, String database, String user, String password, Map<String, String> parameters) {

  public DatabaseUrl {
    parameters = Map.copyOf(parameters);
  }

  /** A database of this machine. */
  public static DatabaseUrl local(int port, String database, String user, String password) {
    return new DatabaseUrl("127.0.0.1:" + port, database, user, password, Map.of());
  }

  /**
   * Reads an address as libpq writes them.
   *
   * @param variable what the address is called, for the error
   * @throws UserError if it is not such an address, or uses what cannot be honoured
   */
  public static DatabaseUrl parse(String variable, String text) {
    return new DatabaseUrlParser(variable).parse(text);
  }

  /** The address for the JDBC driver, without user and password. */
  public String jdbcUrl() {
    var query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    return "jdbc:postgresql://%s/%s%s"
        .formatted(hosts, encoded(database), query.isEmpty() ? "" : "?" + query);
  }

  /** Connections to it, one after the other; none is kept. */
  public DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** How a process keeps connections to it. */
  public DatabaseConfig pool(int connections) {
    return new DatabaseConfig(
        jdbcUrl(), user, password, connections, DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
  }

  /** The address with user and password, for {@code psql}; without parameters. */
  public String withCredentials() {
    return "postgresql://%s:%s@%s/%s"
        .formatted(encoded(user), encoded(password), hosts, encoded(database));
  }

  /** The address without the password, fit for messages and logs. */
  @Override
  public String toString() {
    return "postgresql://%s@%s/%s".formatted(encoded(user), hosts, encoded(database));
  }

  private static String encoded(String text) {
    // The encoder is for forms, where a space is a plus; in an address it is %20.
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
