package org.supportcenter.mailer.work;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Failures that nobody foresaw, in a sentence without their messages: those may quote what people
 * entered.
 */
public final class Unforeseen {

  private static final String OWN_PACKAGES = "org.supportcenter.";
  private static final int MOST_CAUSES = 8;

  private Unforeseen() {}

  /** What failed and where, for managers to pass on and for those who then look for the cause. */
  public static String sentence(Throwable failure) {
    var causes =
        Stream.iterate(failure, each -> each != null, Throwable::getCause)
            .limit(MOST_CAUSES)
            .map(Unforeseen::kind)
            .collect(Collectors.joining(", caused by "));
    var place =
        Stream.of(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(OWN_PACKAGES))
            .findFirst()
            .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
            .orElse("");
    return "It failed in a way that nobody foresaw: %s%s.".formatted(causes, place);
  }

  private static String kind(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return failure instanceof SQLException sql ? "%s %s".formatted(name, sql.getSQLState()) : name;
  }
}
