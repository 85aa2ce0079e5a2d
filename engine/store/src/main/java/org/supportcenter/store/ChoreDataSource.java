package org.supportcenter.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections of the pool whose transaction says which chore it does. */
final class ChoreDataSource implements DataSource {

  private final DataSource pool;
  private final Chore chore;

  ChoreDataSource(DataSource pool, Chore chore) {
    this.pool = pool;
    this.chore = chore;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = pool.getConnection();
    try (var statement = connection.prepareStatement("SELECT set_config('app.chore', ?, true)")) {
      statement.setString(1, chore.setting());
      statement.execute();
      return connection;
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The pool connects as one user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return pool.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
