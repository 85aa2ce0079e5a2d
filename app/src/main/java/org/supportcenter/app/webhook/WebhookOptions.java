package org.supportcenter.app.webhook;

import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;
import org.supportcenter.runtime.network.AddressPolicy;
import picocli.CommandLine.Option;

/** Where webhooks may go. */
public final class WebhookOptions {
  @Option(
      names = "--webhook-allow-networks",
      paramLabel = "NETWORKS",
      defaultValue = "${env:" + AddressPolicy.VARIABLE + "}",
      description =
          "Networks that webhooks may go to beside the public Internet, also by plain http, as"
              + " 10.20.0.0/16,127.0.0.1; without them private and other special addresses are"
              + " refused. The same for engines and mailers.")
  private @Nullable String networks;

  /**
   * Which addresses may be reached.
   *
   * @throws UserError if a network cannot be read
   */
  public AddressPolicy policy() {
    try {
      return AddressPolicy.allowing(networks == null ? "" : networks);
    } catch (IllegalArgumentException unusable) {
      throw new UserError(
          "%s must list networks like 10.20.0.0/16 or 127.0.0.1, separated by commas: %s"
              .formatted(AddressPolicy.VARIABLE, unusable.getMessage()),
          unusable);
    }
  }
}
