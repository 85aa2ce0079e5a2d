package org.supportcenter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Part of a transaction that can travel with others, see {@link Tx#enqueue}. */
public sealed interface Step permits Statement, Values {

  /** A statement whose answer nobody reads. */
  static Step silent(String sql, Parameters parameters) {
    return new Statement(sql, parameters, null);
  }

  /** The statement as the driver takes it, with question marks for parameters. */
  String sql();

  /** Sets them all, in their order. */
  Parameters parameters();

  /** Takes the answer; one without rows is not passed on; null: nobody reads it. */
  @Nullable Rows rows();

  /** Whether nobody reads the answer, and so nobody can object to it. */
  default boolean isSilent() {
    return rows() == null;
  }

  /** Sets the parameters of a step. */
  @FunctionalInterface
  interface Parameters {
    /** Sets them all, in their order. */
    void set(Binder binder) throws SQLException;
  }

  /** Reads the rows of a step. */
  @FunctionalInterface
  interface Rows {
    /** Reads them; what it throws undoes the transaction. */
    void read(ResultSet rows) throws SQLException;
  }
}
