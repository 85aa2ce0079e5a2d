package org.supportcenter.app.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where log lines go and how they look. Standard error takes them, so that standard output holds
 * only what a command was asked for.
 */
public final class Logging {
  private static final String OWN_PACKAGES = "org.supportcenter";

  /** One line for each request: for machines, and for people who look for something. */
  private static final List<String> ACCESS =
      List.of("org.supportcenter.gateway.access", "org.supportcenter.engine.access");

  /** For people: the time, the level unless it is usual, the sentence; no stack traces. */
  private static final String TEXT =
      "%d{HH:mm:ss} %replace(%-5level ){'INFO  ',''}%msg%replace( %kvp{NONE}){'^ $',''}%n%nopex";

  private static final String TEXT_WITH_TRACES =
      "%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%replace( %kvp{NONE}){'^ $',''}%n%ex";
  private static final String LARGEST_FILE = "20MB";

  private Logging() {}

  /** How a line looks. */
  public enum Format {
    /** One line for people. */
    TEXT,
    /** One JSON object, with request and trace id, for machines. */
    JSON
  }

  /** How much of our own is logged; libraries speak up only to warn. */
  public enum Detail {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  /** Sends log lines to standard error, and nowhere else. */
  public static void toConsole(Format format, Detail detail) {
    var context = context();
    context.reset();
    // grpc-java logs by java.util.logging, which has a form of its own.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setTarget("System.err");
    attach(appender, context, encoder(format, detail));
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(OWN_PACKAGES).setLevel(Level.toLevel(detail.name()));
    if (format == Format.TEXT && detail != Detail.DEBUG) {
      ACCESS.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    }
  }

  /** Keeps every line as JSON in a file as well; two files of limited size at most. */
  public static void alsoTo(Path file) {
    var context = context();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setFile(file.toString());
    var rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setMinIndex(1);
    rolling.setMaxIndex(1);
    rolling.setFileNamePattern(file + ".%i");
    rolling.start();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf(LARGEST_FILE));
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    attach(appender, context, encoder(Format.JSON, Detail.INFO));
  }

  private static Encoder<ILoggingEvent> encoder(Format format, Detail detail) {
    return switch (format) {
      case JSON -> new LogstashEncoder();
      case TEXT -> {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(detail == Detail.DEBUG ? TEXT_WITH_TRACES : TEXT);
        yield encoder;
      }
    };
  }

  private static void attach(
      OutputStreamAppender<ILoggingEvent> appender,
      LoggerContext context,
      Encoder<ILoggingEvent> encoder) {
    encoder.setContext(context);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
