package org.supportcenter.app.inbox;

import java.util.List;
import java.util.stream.Collectors;
import org.supportcenter.app.inbox.CaughtMails.Caught;

/** How the inbox looks. */
final class InboxHtml {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }
      td:nth-child(-n+2) { overflow-wrap: anywhere; }
      iframe { width: 100%%; height: 30rem; border: 1px solid #8886; background: #fff; color-scheme: light; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; padding: 1rem; }
      </style>
      </head>
      <body>
      %s
      </body>
      </html>
      """;

  private InboxHtml() {}

  static String list(List<Caught> mails) {
    var rows = mails.stream().map(InboxHtml::row).collect(Collectors.joining());
    var body =
        mails.isEmpty()
            ? "<p>Nothing yet. Book a visit for a customer with a mail address.</p>"
            : "<table><thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead><tbody>%s</tbody></table>"
                .formatted(rows);
    return PAGE.formatted("Inbox", "<h1>Inbox</h1>" + body);
  }

  private static String row(Caught mail) {
    return "<tr><td><a href=\"/mails/%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
        .formatted(escaped(mail.id()), escaped(mail.subject()), escaped(mail.to()), mail.date());
  }

  static String one(Caught mail) {
    var body =
        """
        <p><a href="/">Inbox</a></p>
        <h1>%s</h1>
        <table>
        <tr><th scope="row">From</th><td>%s</td></tr>
        <tr><th scope="row">To</th><td>%s</td></tr>
        <tr><th scope="row">Sent</th><td>%s</td></tr>
        <tr><th scope="row">Message-ID</th><td>%s</td></tr>
        </table>
        <h2>HTML</h2>
        <iframe sandbox title="HTML part" src="/mails/%s.html"></iframe>
        <h2>Text</h2>
        <pre>%s</pre>
        <h2>Invitation</h2>
        <pre>%s</pre>
        <p><a href="/mails/%s.eml">Source</a></p>
        """
            .formatted(
                escaped(mail.subject()),
                escaped(mail.from()),
                escaped(mail.to()),
                mail.date(),
                escaped(mail.id()),
                escaped(mail.id()),
                escaped(mail.text()),
                escaped(mail.calendar()),
                escaped(mail.id()));
    return PAGE.formatted(escaped(mail.subject()), body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
