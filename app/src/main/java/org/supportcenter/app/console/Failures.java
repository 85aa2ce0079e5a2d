package org.supportcenter.app.console;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.EngineStartException;
import org.supportcenter.mailer.MailerStartException;

/** Puts whatever went wrong into one sentence that says what to do. */
public final class Failures {
  private Failures() {}

  /** One sentence about the failure; the innermost cause that is understood decides. */
  public static String sentence(Throwable failure) {
    String known = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var sentence = understood(cause);
      known = sentence == null ? known : sentence;
    }
    return known == null ? unexpected(failure) : known;
  }

  private static @Nullable String understood(Throwable cause) {
    return switch (cause) {
      case UserError error -> error.sentence();
      case EngineStartException engine -> engine.getMessage();
      case MailerStartException mailer -> mailer.getMessage();
      case BindException taken ->
          "A port is taken by another program (%s); choose another one."
              .formatted(taken.getMessage());
      case SQLException refused -> database(refused);
      case ReadOnlyFileSystemException _ ->
          "The file system is read-only; choose another --data-dir.";
      case AccessDeniedException denied ->
          "%s may not be read or written; change its permissions or choose another --data-dir."
              .formatted(denied.getFile());
      case FileSystemException file -> file(file);
      case IOException other -> outOfSpace(String.valueOf(other.getMessage()));
      default -> null;
    };
  }

  private static String database(SQLException refused) {
    var state = String.valueOf(refused.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          "The database refuses this user or password; check the credentials in the database address.";
      case "3D000" ->
          "The database named in the database address does not exist; create it or correct the name.";
      case "53100" -> "The disk of the database is full; free some space and start again.";
      case "53300" ->
          "The database takes no more connections; raise its max_connections, or start its engines with fewer --call-threads.";
      case "08001", "08004", "08006" ->
          "The database cannot be reached (%s); check its address and that it is running."
              .formatted(unreachable(refused));
      case "57P03" ->
          "The database is starting or stopping; start this process again when it is up.";
      case "42501" ->
          "The database user lacks a right (%s); run migrate with the owner's address first."
              .formatted(firstSentence(refused));
      default -> "The database refused: %s.".formatted(firstSentence(refused));
    };
  }

  private static String unreachable(SQLException refused) {
    return refused.getCause() instanceof UnknownHostException unknown
        ? "there is no host " + unknown.getMessage()
        : firstSentence(refused);
  }

  private static @Nullable String file(FileSystemException failure) {
    var reason = String.valueOf(failure.getReason());
    if (reason.contains("Read-only")) {
      return "%s is on a read-only file system; choose another --data-dir."
          .formatted(failure.getFile());
    }
    return outOfSpace(reason);
  }

  private static @Nullable String outOfSpace(String message) {
    return message.contains("No space left on device")
        ? "The disk is full; free some space and start again."
        : null;
  }

  private static String firstSentence(Throwable failure) {
    var message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    var end = message.indexOf(". ");
    var first = end < 0 ? message : message.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static String unexpected(Throwable failure) {
    return "Something unexpected went wrong (%s: %s); --log-level debug shows where."
        .formatted(failure.getClass().getSimpleName(), firstSentence(failure));
  }
}
