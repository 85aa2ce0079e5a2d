package org.supportcenter.app.start;

import java.util.List;
import java.util.Map;

/** What a start prints once everything is ready. */
final class Greeting {
  private Greeting() {}

  static String of(RunFile running, Parts parts, List<String> curlLines) {
    var text = new StringBuilder();
    text.append("\nSupport Center is ready.\n\n");
    line(text, "REST, gRPC, gRPC-Web", running.gateway());
    line(text, "API description", running.gateway() + "/docs");
    var inbox = running.inbox();
    line(text, "Mails sent", inbox == null ? "to the server of SMTP_URL" : inbox);
    line(text, "Engine gRPC", running.engine());
    line(text, "Engine metrics", parts.engineOps() + "/metrics");
    line(text, "Mailer metrics", parts.mailerOps() + "/metrics");
    line(text, "Database (owner)", running.database());
    line(text, "Tenant", running.tenant());
    keys(text, running.apiKeys());
    line(text, "Other tenant", running.otherTenant().tenant());
    keys(text, running.otherTenant().apiKeys());
    text.append("\nThree things to try:\n\n");
    curlLines.forEach(line -> text.append(line).append("\n\n"));
    text.append("Ctrl-C stops it; the data is kept.\n");
    return text.toString();
  }

  private static void keys(StringBuilder text, Map<String, String> keys) {
    keys.forEach((role, secret) -> line(text, "  %s key".formatted(role), secret));
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  %-22s%s%n".formatted(label, value));
  }
}
