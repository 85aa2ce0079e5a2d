package org.supportcenter.app.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a shell and curl make of a pasted line. Only what the printed lines use is understood; all
 * else fails.
 */
record PastedCurl(HttpRequest request) {
  private static final Pattern WORD =
      Pattern.compile("\\s*(?:'(?<quoted>[^']*)'|(?<bare>[\\w-]+))");

  static PastedCurl parse(String line) {
    var words = words(line);
    var builder = HttpRequest.newBuilder();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-H" -> {
          var header = words.get(++i).split(": ", 2);
          builder.header(header[0], header[1]);
        }
        case "-d" -> builder.POST(BodyPublishers.ofString(words.get(++i)));
        default -> builder.uri(URI.create(words.get(i)));
      }
    }
    return new PastedCurl(builder.build());
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(line);
    while (matcher.lookingAt()) {
      var quoted = matcher.group("quoted");
      words.add(quoted == null ? matcher.group("bare") : quoted);
      matcher.region(matcher.end(), line.length());
    }
    if (!line.substring(matcher.regionStart()).isBlank()) {
      throw new AssertionError("not plain words and single quotes: " + line);
    }
    return words;
  }

  HttpResponse<String> send() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
