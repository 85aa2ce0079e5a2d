package org.supportcenter.app.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the embedded server is run: for a machine with two cores that it shares with everything else,
 * and with nothing traded against durability.
 */
final class ServerSettings {
  private static final List<String> SETTINGS =
      List.of(
          // An acknowledged booking survives kill -9 and a power cut.
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          // Reached by this machine only, by TCP only: socket paths have a length limit.
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "shared_buffers=256MB",
          "effective_cache_size=1GB",
          "work_mem=8MB",
          "maintenance_work_mem=64MB",
          "wal_buffers=16MB",
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          "random_page_cost=1.1",
          // Until a new table is analysed, prepared bookings go by a guess; do not wait a minute
          // for it. Much more often, every statement would be planned anew again and again.
          "autovacuum_naptime=10s",
          // Short statements: compiling or spreading them over two cores costs more than it gives.
          "jit=off",
          "max_parallel_workers_per_gather=0",
          "io_method=sync",
          "timezone=UTC",
          "log_timezone=UTC",
          // Statements and row values are personal data and stay out of the log.
          "log_min_messages=log",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_checkpoints=off");

  private ServerSettings() {}

  static List<String> command(Binaries binaries, Path data, int port) {
    var command = new ArrayList<String>();
    command.add(binaries.program("postgres"));
    command.add("-D");
    command.add(data.toString());
    command.add("-p");
    command.add(Integer.toString(port));
    for (var setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    return command;
  }
}
