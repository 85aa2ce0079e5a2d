package org.supportcenter.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a template, as {@code {{name}}} or {@code {{#name}}}.
 *
 * @param start where it begins
 * @param end where what follows it begins
 * @param content what stands between the braces
 */
record Tag(int start, int end, String content) {

  private static final String OPENING = "{{";
  private static final String CLOSING = "}}";
  private static final Pattern NAME = Pattern.compile("(?!this$)\\p{Alpha}\\p{Alnum}*");

  /** What a tag does. */
  enum Kind {
    VALUE,
    SECTION,
    END,
    COMMENT
  }

  /** All tags, in order. A template may be long and of nothing but braces: it is read once. */
  static List<Tag> of(String template) {
    var tags = new ArrayList<Tag>();
    int start = template.indexOf(OPENING);
    while (start >= 0) {
      int closing = template.indexOf(CLOSING, start + OPENING.length());
      if (closing < 0) {
        break;
      }
      var end = closing + CLOSING.length();
      tags.add(new Tag(start, end, template.substring(start + OPENING.length(), closing).strip()));
      start = template.indexOf(OPENING, end);
    }
    return tags;
  }

  /** Where a tag begins that does not end; -1 if there is none. */
  static int unfinished(String template) {
    var tags = of(template);
    return template.indexOf(OPENING, tags.isEmpty() ? 0 : tags.getLast().end());
  }

  Kind kind() {
    if (content.isEmpty()) {
      return Kind.VALUE;
    }
    return switch (content.charAt(0)) {
      case '#', '^' -> Kind.SECTION;
      case '/' -> Kind.END;
      case '!' -> Kind.COMMENT;
      default -> Kind.VALUE;
    };
  }

  /** Of a value or section: the name of the variable. */
  String name() {
    return kind() == Kind.VALUE ? content : content.substring(1).strip();
  }

  /**
   * The first tag that names no variable; a section may say its own value by a dot.
   *
   * @return null when there is none
   */
  static @Nullable Tag nameless(List<Tag> tags) {
    int depth = 0;
    for (var tag : tags) {
      var isNamed = NAME.matcher(tag.name()).matches();
      switch (tag.kind()) {
        case VALUE -> {
          if (!isNamed && !(depth > 0 && tag.name().equals("."))) {
            return tag;
          }
        }
        case SECTION, END -> {
          if (!isNamed) {
            return tag;
          }
          depth += tag.kind() == Kind.SECTION ? 1 : -1;
        }
        case COMMENT -> {}
      }
    }
    return null;
  }
}
