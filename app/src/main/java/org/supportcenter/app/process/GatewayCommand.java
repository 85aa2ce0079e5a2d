package org.supportcenter.app.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.supportcenter.app.console.JsonLogOptions;
import org.supportcenter.app.console.ListenAddress;
import org.supportcenter.app.console.Numbers;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.console.UserError;
import org.supportcenter.gateway.GatewayConfig;
import org.supportcenter.gateway.GatewayServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One gateway process, until SIGTERM. */
@Command(
    name = "gateway",
    description =
        "Run one gateway: REST, gRPC and gRPC-Web on one port, forwarded to the engines. Several"
            + " may run beside each other.")
public final class GatewayCommand implements Callable<Integer> {
  @Mixin private ListenAddress address;
  @Mixin private DrainQuiet drainQuiet;
  @Mixin private DrainTimeout drainTimeout;
  @Mixin private JsonLogOptions logs;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_PORT:-8080}",
      description = "Port for REST, gRPC and gRPC-Web, health and metrics.")
  private int port;

  @Option(
      names = "--engines",
      paramLabel = "HOST:PORT",
      split = ",",
      defaultValue = "${env:SUPPORT_CENTER_ENGINES:-127.0.0.1:9090}",
      description = "The engines, separated by commas; calls go to those that answer.")
  private List<String> engines = List.of();

  @Option(
      names = "--cors-origins",
      paramLabel = "ORIGIN",
      split = ",",
      defaultValue = "${env:SUPPORT_CENTER_CORS_ORIGINS:-}",
      description =
          "Origins whose pages may call, as https://calendar.example, separated by commas; * allows"
              + " all, nothing allows none.")
  private List<String> corsOrigins = List.of();

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_REQUEST_TIMEOUT:-30}",
      description = "The longest a call may take, in seconds; streams excepted.")
  private int requestTimeout;

  @Override
  public Integer call() throws Exception {
    logs.apply();
    Ports.requireFree(address.host(), port, "--port");
    try (var shutdown = Shutdown.onSignal();
        var gateway = gateway()) {
      gateway.start();
      shutdown.await();
      return CommandLine.ExitCode.OK;
    }
  }

  private GatewayServer gateway() {
    try {
      return new GatewayServer(config());
    } catch (IllegalArgumentException unusable) {
      throw new UserError("%s.".formatted(unusable.getMessage()), unusable);
    }
  }

  private GatewayConfig config() {
    return new GatewayConfig(
        address.host(),
        port,
        engines,
        corsOrigins.stream().filter(origin -> !origin.isBlank()).toList(),
        Duration.ofSeconds(Numbers.atLeast(1, "--request-timeout", requestTimeout)),
        drainQuiet.value(),
        drainTimeout.value());
  }
}
