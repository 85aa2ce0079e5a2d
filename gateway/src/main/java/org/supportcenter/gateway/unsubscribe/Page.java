package org.supportcenter.gateway.unsubscribe;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;

/**
 * A small page for a telephone as well as for a screen reader; all its parts are plain text.
 *
 * @param language tag of what it says
 * @param text below the heading; empty: none
 * @param button that posts to where the page is; empty: none
 */
record Page(String language, String heading, String text, String button) {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String END = "</main></body>\n</html>\n";

  HttpResponse answer(HttpStatus status) {
    var headers =
        ResponseHeaders.builder(status)
            .contentType(MediaType.HTML_UTF_8)
            .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
            .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
            .set(HttpHeaderNames.REFERRER_POLICY, "no-referrer")
            .build();
    return HttpResponse.of(headers, HttpData.ofUtf8(html()));
  }

  private String html() {
    var title = escaped(heading);
    var html =
        new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; }
            main { max-width: 32rem; margin: 15vh auto; padding: 0 1rem; overflow-wrap: break-word; }
            button { font: inherit; min-height: 48px; padding: .5rem 1rem; }
            </style>
            </head>
            <body><main dir="auto">
            <h1>%s</h1>
            """
                .formatted(escaped(language), title, title));
    if (!text.isEmpty()) {
      html.append("<p>%s</p>\n".formatted(escaped(text)));
    }
    if (!button.isEmpty()) {
      html.append(
          "<form method=\"post\"><button type=\"submit\">%s</button></form>\n"
              .formatted(escaped(button)));
    }
    return html.append(END).toString();
  }

  /** For text and for quoted attributes. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
