package org.supportcenter.runtime.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The connections of another source with something done to them, for libraries that ask for a
 * source of their own. Whatever is not a connection is asked of the other source.
 */
public final class DerivedDataSource implements DataSource {

  private final DataSource origin;
  private final Opening opening;

  /** How a connection is had. */
  @FunctionalInterface
  public interface Opening {

    /**
     * A connection of the source.
     *
     * @throws SQLException if none can be had
     */
    Connection open(DataSource origin) throws SQLException;
  }

  /** The connections of the origin, had in that way. */
  public DerivedDataSource(DataSource origin, Opening opening) {
    this.origin = origin;
    this.opening = opening;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return opening.open(origin);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The pool connects as one user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return origin.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    origin.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    origin.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return origin.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return origin.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return origin.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return origin.isWrapperFor(type);
  }
}
