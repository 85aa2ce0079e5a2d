package org.supportcenter.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Search by words, as every list offers it. */
public final class TextSearch {

  private TextSearch() {}

  /**
   * Whether each word of the query occurs in at least one of the texts. Case does not matter; every
   * character of a word stands for itself.
   *
   * @param query words separated by blanks; without any, everything matches
   */
  public static Condition matches(String query, List<Field<String>> texts) {
    return matches(query, texts, word -> DSL.noCondition());
  }

  /**
   * Whether each word of the query occurs in at least one of the texts or elsewhere.
   *
   * @param elsewhere the other places where a word may occur
   */
  public static Condition matches(
      String query, List<Field<String>> texts, Function<String, Condition> elsewhere) {
    return DSL.and(
        Stream.of(query.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> occurs(word, texts).or(elsewhere.apply(word)))
            .toList());
  }

  private static Condition occurs(String word, List<Field<String>> texts) {
    return DSL.or(texts.stream().map(text -> text.containsIgnoreCase(word)).toList());
  }
}
