package org.supportcenter.store.page;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.TableLike;
import org.jooq.exception.DataAccessException;
import org.supportcenter.domain.refusal.FieldNames;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

/**
 * The orders a list can be had in, and how its pages are read. Pages go by the keys of the last
 * entry, not by counting, so they neither skip nor repeat when rows come and go.
 */
public final class Sorting {

  private final Map<String, Field<?>> columns;
  private final Field<?> id;
  private final String byDefault;

  private Sorting(Map<String, Field<?>> columns, Field<?> id, String byDefault) {
    this.columns = columns;
    this.id = id;
    this.byDefault = byDefault;
  }

  /**
   * Begins with the last key, which makes every order total.
   *
   * @param id never null, and no two rows of a list have the same
   * @param byDefault the order when none is asked for, e.g. {@code "startTime desc"}
   */
  public static Sorting endingWith(Field<?> id, String byDefault) {
    return new Sorting(Map.of(), id, byDefault);
  }

  /** Also by this column, which is never null. */
  public Sorting by(String field, Field<?> column) {
    var more = new LinkedHashMap<>(columns);
    more.put(field, column);
    return new Sorting(more, id, byDefault);
  }

  /**
   * Reads a page.
   *
   * @param rows what is selected from
   * @param fields what is selected
   * @throws org.supportcenter.domain.refusal.RefusedException if order or token cannot be read
   */
  public <T> Page<T> page(
      DSLContext sql,
      TableLike<?> rows,
      List<? extends Field<?>> fields,
      Condition condition,
      PageQuery query,
      RecordMapper<Record, T> mapper) {
    var keys = keys(query.orderBy());
    var token = new PageToken(keys, query);
    var limit = query.limit();
    var selected = new ArrayList<Field<?>>(fields);
    keys.forEach(key -> selected.add(key.selected()));
    var ordered =
        sql.select(selected)
            .from(rows)
            .where(condition)
            .orderBy(keys.stream().<SortField<?>>map(SortKey::ordered).toList());
    var found =
        fetch(
            sql,
            selected,
            query.token().isEmpty()
                ? ordered.limit(limit + 1)
                : ordered.seek(token.position()).limit(limit + 1));
    var more = found.size() > limit;
    var shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream().map(mapper::map).toList(), more ? token.after(shown.getLast()) : "");
  }

  /**
   * As {@link Select#fetch()} does, but the rows keep the very fields that are selected. With the
   * copies that it makes, each value of a row is looked for by its name among all columns.
   */
  private static Result<Record> fetch(DSLContext sql, List<Field<?>> selected, Select<?> select) {
    try (var rows = select.fetchResultSet()) {
      return sql.fetch(rows, selected.toArray(Field[]::new));
    } catch (SQLException failure) {
      throw new DataAccessException("A page could not be read", failure);
    }
  }

  /** The keys asked for, and the last one if need be, which goes the way of the one before it. */
  private List<SortKey> keys(String orderBy) {
    var keys = new ArrayList<SortKey>();
    for (var part : (orderBy.isBlank() ? byDefault : orderBy).split(",", -1)) {
      var words = part.strip().split("\\s+", -1);
      var descending = words.length == 2 && words[1].equals("desc");
      if (words.length != 1 && !descending) {
        throw invalid("must list fields separated by commas, each maybe followed by desc");
      }
      keys.add(new SortKey(column(words[0]), descending, keys.size()));
    }
    if (keys.stream().map(SortKey::column).distinct().count() < keys.size()) {
      throw invalid("names a field twice");
    }
    if (keys.stream().noneMatch(key -> key.column().equals(id))) {
      keys.add(new SortKey(id, keys.getLast().descending(), keys.size()));
    }
    return keys;
  }

  private Field<?> column(String name) {
    var column = columns.get(FieldNames.lowerCamel(name));
    if (column == null) {
      throw invalid("can sort by %s".formatted(String.join(", ", columns.keySet())));
    }
    return column;
  }

  private static RefusedException invalid(String problem) {
    return new Refusal.FilterInvalid("orderBy", problem).asException();
  }
}
