package org.supportcenter.app.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;

/**
 * Who runs the PostgreSQL programs. They refuse to run as root, as which containers often start, so
 * root hands over to a user namespace without rights or, where the machine forbids those, to an
 * ordinary user.
 */
final class ServerUser {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  private final List<String> prefix;
  private final @Nullable String account;

  private ServerUser(List<String> prefix, @Nullable String account) {
    this.prefix = prefix;
    this.account = account;
  }

  /**
   * Finds out how to run the programs on this machine.
   *
   * @throws UserError if this is root and there is nobody to hand over to
   */
  static ServerUser detect() throws IOException {
    if (new UnixSystem().getUid() != 0) {
      return new ServerUser(List.of(), null);
    }
    if (Commands.succeeds(Commands.with(NAMESPACE, "true"))) {
      return new ServerUser(NAMESPACE, null);
    }
    return account();
  }

  /** Hands over to an ordinary account. */
  static ServerUser account() throws IOException {
    for (var account : List.of("postgres:postgres", "nobody:nogroup", "nobody:nobody")) {
      var names = account.split(":", 2);
      var switching =
          List.of("setpriv", "--reuid=" + names[0], "--regid=" + names[1], "--clear-groups");
      if (Commands.succeeds(Commands.with(switching, "true"))) {
        return new ServerUser(switching, account);
      }
    }
    throw new UserError(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here; run this as an ordinary user.");
  }

  /** The command line that runs {@code program} as this user. */
  List<String> command(List<String> program) {
    var command = new ArrayList<>(prefix);
    command.addAll(program);
    return command;
  }

  /**
   * Gives a directory to this user, and lets them reach it.
   *
   * @throws UserError if a parent directory shuts them out
   */
  void giveAway(Path directory) throws IOException {
    if (account == null) {
      return;
    }
    var parent = Objects.requireNonNull(directory.getParent());
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
    Commands.run(List.of("chown", "-R", account, directory.toString()));
    if (!Commands.succeeds(command(List.of("test", "-x", directory.toString())))) {
      throw new UserError(
          "PostgreSQL does not run as root, and the user %s cannot reach %s; choose another --data-dir or run this as an ordinary user."
              .formatted(account, directory));
    }
  }
}
