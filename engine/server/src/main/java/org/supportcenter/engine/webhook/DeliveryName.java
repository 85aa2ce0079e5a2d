package org.supportcenter.engine.webhook;

import java.util.UUID;
import java.util.regex.Pattern;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.wire.Names;

/** The name of a delivery, taken apart. */
record DeliveryName(UUID endpoint, UUID id) {

  private static final Pattern SHAPE =
      Pattern.compile("(webhookEndpoints/[0-9a-fA-F-]{36})/deliveries/([0-9a-fA-F-]{36})");

  static String of(UUID endpoint, UUID id) {
    return Names.WEBHOOK_ENDPOINT.of(endpoint) + "/deliveries/" + id;
  }

  /** Takes a name in the field {@code name} apart; refuses what is none. */
  static DeliveryName parse(String name) {
    var parts = SHAPE.matcher(name);
    if (!parts.matches()) {
      throw new Refusal.FieldsInvalid(
              "name", "must look like \"webhookEndpoints/{uuid}/deliveries/{uuid}\"")
          .asException();
    }
    return new DeliveryName(
        Names.WEBHOOK_ENDPOINT.id(parts.group(1), "name"), UUID.fromString(parts.group(2)));
  }
}
