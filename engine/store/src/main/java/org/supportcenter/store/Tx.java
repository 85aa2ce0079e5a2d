package org.supportcenter.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * An open transaction of one tenant. Belongs to one thread, and only until its work returns.
 *
 * <p>Statements whose answer nobody waits for are enqueued and go to the server together, in one
 * round trip: when something is asked for, and at the latest with the commit. The server runs them
 * one after the other, each on what is committed when its turn comes, so facts behind locks are
 * facts of the time when the locks are held.
 *
 * <p>One that only reads holds nothing, so it ends with every {@link #send} and the next statement
 * begins it anew: to its statements it is all the same, and nobody waits for its commit.
 */
public final class Tx {

  /** A comment at the end of a statement must not swallow the next one. */
  private static final String BETWEEN_STATEMENTS = "\n;";

  private static final String COMMIT = BETWEEN_STATEMENTS + "COMMIT";

  private final Opening opening;
  private final long statementMillis;
  private final Connection connection;
  private final DSLContext sql;
  private final List<Step> waiting = new ArrayList<>();
  private boolean open;

  /** Begins with what is sent first; no statement runs longer than that. */
  Tx(Opening opening, long statementMillis, Connection connection, Configuration configuration) {
    this.opening = opening;
    this.statementMillis = statementMillis;
    this.connection = connection;
    this.sql = DSL.using(configuration.derive(connection));
  }

  /**
   * For stores: runs statements in this transaction, after those that wait. Row-level security
   * names the tenant. Ask for it anew behind a {@link #send}.
   */
  public DSLContext sql() {
    open();
    sendOn();
    return sql;
  }

  /** For stores: renders statements and takes in rows; what is run with it has no tenant. */
  public DSLContext rendering() {
    return sql;
  }

  /** For stores: what row-level security lets this transaction see, such as one tenant's rows. */
  public String scope() {
    return opening.scope();
  }

  /** For stores: adds what goes to the server with the next round trip. */
  public void enqueue(Step step) {
    open();
    if (!waiting.isEmpty()
        && step instanceof Values values
        && waiting.getLast() instanceof Values before) {
      waiting.removeLast();
      waiting.add(before.and(values));
    } else {
      waiting.add(step);
    }
  }

  /**
   * For stores: sends what waits and hands out the answers in the order in which they were asked.
   *
   * @throws DataAccessException if one of them fails; those after it were not run
   */
  public void send() {
    if (opening.readOnly()) {
      sendAndCommit();
    } else {
      sendOn();
    }
  }

  /** Sends what waits if an answer to it may still undo everything. */
  void sendWhatIsAsked() {
    if (!waiting.stream().allMatch(Step::isSilent)) {
      send();
    }
  }

  /**
   * Commits, in one round trip with what waits.
   *
   * @throws DataAccessException if one of the statements fails, which undoes everything
   */
  void commit() throws SQLException {
    if (waiting.isEmpty() && open) {
      connection.commit();
      open = false;
    } else {
      sendAndCommit();
    }
  }

  /**
   * Undoes everything, once what waits has had its say.
   *
   * @throws DataAccessException if one of the statements fails
   */
  void rollback() throws SQLException {
    sendOn();
    connection.rollback();
    open = false;
  }

  private void open() {
    if (!open) {
      waiting.add(opening.step(statementMillis));
      open = true;
    }
  }

  private void sendOn() {
    if (!waiting.isEmpty()) {
      send("");
    }
  }

  private void sendAndCommit() {
    if (!waiting.isEmpty()) {
      // With it the transaction is over for the driver, too.
      send(COMMIT);
    }
  }

  private void send(String ending) {
    var steps = List.copyOf(waiting);
    waiting.clear();
    try {
      send(steps, ending);
    } catch (SQLException failure) {
      throw new DataAccessException("A statement failed", failure);
    }
  }

  private void send(List<Step> steps, String ending) throws SQLException {
    var text =
        steps.stream().map(Step::sql).collect(Collectors.joining(BETWEEN_STATEMENTS, "", ending));
    try (var statement = connection.prepareStatement(text)) {
      var binder = new Binder(statement);
      for (var step : steps) {
        step.parameters().set(binder);
      }
      statement.execute();
      open = ending.isEmpty();
      for (var step : steps) {
        var reader = step.rows();
        try (var rows = statement.getResultSet()) {
          if (reader != null && rows != null) {
            reader.read(rows);
          }
        }
        statement.getMoreResults();
      }
    }
  }
}
