package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The beginning of an answer as text that harms nobody who looks at it in a terminal or a log. */
final class Excerpt {

  private static final int MOST_CHARACTERS = 500;

  private Excerpt() {}

  /** Control, formatting and private characters become {@code \}{@code u001b} and the like. */
  static String of(byte[] body) {
    return of(new String(body, UTF_8));
  }

  /** The same for text. */
  static String of(String text) {
    var excerpt = new StringBuilder();
    text.codePoints()
        .limit(MOST_CHARACTERS)
        .forEach(
            character -> {
              if (isPlain(character)) {
                excerpt.appendCodePoint(character);
              } else {
                excerpt.append("\\u%04x".formatted(character));
              }
            });
    return excerpt.toString();
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
