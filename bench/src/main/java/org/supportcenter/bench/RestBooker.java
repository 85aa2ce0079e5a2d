package org.supportcenter.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Books over REST. Any number of threads may use one. */
final class RestBooker implements Booker {

  private final URI address;
  private final String key;

  RestBooker(String gateway, String key) {
    this.address = URI.create(gateway + "/v1/appointments");
    this.key = key;
  }

  @Override
  public void book(Visit visit) throws IOException {
    var body =
        """
        {"technician":"%s","customer":"%s","startTime":"%s"}\
        """
            .formatted(visit.technician(), visit.customer(), visit.start());
    PlainHttp.call(
        "POST", address, key, body, Map.of("idempotency-key", UUID.randomUUID().toString()));
  }

  @Override
  public void close() {}
}
