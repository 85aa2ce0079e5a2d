package org.supportcenter.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.supportcenter.app.Main;

/** Our commands in processes of their own, as a person at a terminal has them. */
public final class Programs {

  private static final Pattern CONFIGURING = Pattern.compile("(SUPPORT_CENTER|WEBHOOK)_.*|.*_URL");

  private Programs() {}

  /** A command with its arguments; nothing of this process's environment configures it. */
  public static ProcessBuilder command(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(CONFIGURING.asMatchPredicate());
    return builder;
  }
}
