package org.supportcenter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a transaction that can travel with others, see {@link Tx#enqueue}.
 *
 * @param sql as the driver takes it, always the same text for the same kind and number of rows, so
 *     that it stays prepared
 * @param parameters sets them all, in their order
 * @param rows takes the answer; one without rows is not passed on; null: nobody reads it
 */
public record Step(String sql, Parameters parameters, @Nullable Rows rows) {

  /** A step whose answer nobody reads. */
  public static Step silent(String sql, Parameters parameters) {
    return new Step(sql, parameters, null);
  }

  /** Whether nobody reads the answer, and so nobody can object to it. */
  boolean isSilent() {
    return rows == null;
  }

  /** Sets the parameters of a step. */
  @FunctionalInterface
  public interface Parameters {
    /** Sets them all, in their order. */
    void set(Binder binder) throws SQLException;
  }

  /** Reads the rows of a step. */
  @FunctionalInterface
  public interface Rows {
    /** Reads them; what it throws undoes the transaction. */
    void read(ResultSet rows) throws SQLException;
  }
}
