package org.supportcenter.app.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.supportcenter.app.inbox.CaughtMails.Caught;

/**
 * The pages: {@code /} lists, {@code /mails/ID} shows one, {@code /mails/ID.html} is its HTML part
 * alone, {@code /mails/ID.eml} its source, {@code /mails.json} all of them for programs.
 */
final class InboxPages implements HttpHandler {
  private static final Pattern ONE =
      Pattern.compile("/mails/(?<id>[^/]+?)(?<form>|\\.html|\\.eml)");
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private final ObjectMapper json = new ObjectMapper();
  private final CaughtMails mails;

  InboxPages(CaughtMails mails) {
    this.mails = mails;
  }

  private record Page(int status, String type, String body) {
    static final Page MISSING = new Page(404, TEXT, "There is no such mail.\n");

    static Page of(String type, String body) {
      return new Page(200, type, body);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var page = page(exchange.getRequestURI().getPath());
      var body = page.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", page.type());
      // A mail's own page runs nothing and fetches nothing.
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
      exchange.sendResponseHeaders(page.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (MessagingException unreadable) {
      throw new IOException(unreadable);
    }
  }

  private Page page(String path) throws IOException, MessagingException {
    if (path.equals("/")) {
      return Page.of(HTML, list());
    }
    if (path.equals("/mails.json")) {
      return Page.of(JSON, all());
    }
    var one = ONE.matcher(path);
    return one.matches() ? one(one.group("id"), one.group("form")) : Page.MISSING;
  }

  private Page one(String id, String form) throws IOException, MessagingException {
    var mail = mails.find(id);
    var source = mails.source(id);
    if (mail == null || source == null) {
      return Page.MISSING;
    }
    return switch (form) {
      case ".html" -> Page.of(HTML, mail.html());
      case ".eml" -> Page.of(TEXT, source);
      default -> Page.of(HTML, InboxHtml.one(mail));
    };
  }

  private String list() throws IOException, MessagingException {
    return InboxHtml.list(mails.newestFirst());
  }

  private String all() throws IOException, MessagingException {
    var answer = json.createObjectNode();
    var array = answer.putArray("mails");
    mails.newestFirst().forEach(mail -> array.add(node(mail)));
    return json.writeValueAsString(answer);
  }

  private ObjectNode node(Caught mail) {
    return json.createObjectNode()
        .put("id", mail.id())
        .put("date", mail.date().toString())
        .put("from", mail.from())
        .put("to", mail.to())
        .put("subject", mail.subject())
        .put("text", mail.text())
        .put("html", mail.html())
        .put("calendar", mail.calendar());
  }
}
