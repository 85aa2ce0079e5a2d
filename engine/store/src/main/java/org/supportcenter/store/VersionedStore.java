package org.supportcenter.store;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/**
 * What the stores of all plain resources have in common: rows of one table that are read, locked
 * and changed by key, each with a version that rises by one with every change.
 *
 * @param <K> what names a row within its tenant
 * @param <T> what a row says
 * @param <R> the row
 */
public abstract class VersionedStore<K, T, R extends TableRecord<R>> {

  private static final int FIRST_VERSION = 1;

  private final Table<R> table;
  private final Field<UUID> tenant;
  private final Field<Integer> version;
  private final RowInsert insert;

  /**
   * @param table has the columns {@code tenant_id} and {@code version}
   */
  protected VersionedStore(Table<R> table) {
    this.table = table;
    this.tenant = requireNonNull(table.field("tenant_id", UUID.class));
    this.version = requireNonNull(table.field("version", Integer.class));
    this.insert = new RowInsert(table);
  }

  /** Whether a row of the tenant is the one named. */
  protected abstract Condition isNamed(K key);

  /** The row as the domain knows it. */
  protected abstract Stored<K, T> read(R row);

  /** The row that says so, but for tenant and version. */
  protected abstract R write(K key, T content);

  /** Stores a new row. */
  public final Stored<K, T> create(Tx tx, K key, T content) {
    return tx.sql()
        .insertInto(table)
        .set(row(key, content, FIRST_VERSION))
        .set(tenant, CurrentTenant.ID)
        .returning()
        .fetchSingle(this::read);
  }

  /** Stores a new row with the next round trip. */
  public final void add(Tx tx, K key, T content) {
    tx.enqueue(insert.step(row(key, content, FIRST_VERSION)));
  }

  /** Stores a new row; null, and nothing stored, when there is one of that key. */
  public final @Nullable Stored<K, T> createIfAbsent(Tx tx, K key, T content) {
    return insertIfAbsent(tx, key, content, FIRST_VERSION);
  }

  /** The row, or null when there is none. */
  public @Nullable Stored<K, T> find(Tx tx, K key) {
    return find(tx, key, noCondition());
  }

  /** The row if it meets the condition, or null. */
  protected final @Nullable Stored<K, T> find(Tx tx, K key, Condition condition) {
    return tx.sql().selectFrom(table).where(isRow(key)).and(condition).fetchOne(this::read);
  }

  /** The row for a change, which other changes wait for; null when there is none. */
  public @Nullable Stored<K, T> lock(Tx tx, K key) {
    return tx.sql().selectFrom(table).where(isRow(key)).forNoKeyUpdate().fetchOne(this::read);
  }

  /**
   * The row for its deletion, or for a change that what refers to it must not miss; null when there
   * is none. Who is about to refer to it waits, so what refers to it now is all there is.
   */
  public final @Nullable Stored<K, T> lockAgainstReferences(Tx tx, K key) {
    return tx.sql().selectFrom(table).where(isRow(key)).forUpdate().fetchOne(this::read);
  }

  /** Whether the row is there; it then stays there until the transaction ends. */
  public final boolean keep(Tx tx, K key) {
    return tx.sql().selectOne().from(table).where(isRow(key)).forKeyShare().fetchOne() != null;
  }

  /** What refers to the row and so keeps it from being deleted. */
  public References references(Tx tx, K key) {
    return References.NONE;
  }

  /** Stores the next version of a locked row. */
  public final Stored<K, T> update(Tx tx, K key, T content) {
    return tx.sql()
        .update(table)
        .set(write(key, content))
        .set(version, version.plus(1))
        .where(isRow(key))
        .returning()
        .fetchSingle(this::read);
  }

  /** Deletes a row that was locked for it. */
  public void delete(Tx tx, K key) {
    tx.sql().deleteFrom(table).where(isRow(key)).execute();
  }

  /** A page of the tenant's rows that meet the condition. */
  protected final Page<Stored<K, T>> page(
      Tx tx, Sorting sorting, Condition condition, PageQuery query) {
    return sorting.page(
        tx.sql(),
        table,
        List.of(table.fields()),
        tenant.eq(CurrentTenant.ID).and(condition),
        query,
        row -> read(row.into(table)));
  }

  /** Stores a row with that version; null when there is one of that key. */
  final @Nullable Stored<K, T> insertIfAbsent(Tx tx, K key, T content, int number) {
    return tx.sql()
        .insertInto(table)
        .set(row(key, content, number))
        .set(tenant, CurrentTenant.ID)
        .onConflictDoNothing()
        .returning()
        .fetchOne(this::read);
  }

  private R row(K key, T content, int number) {
    var row = write(key, content);
    row.set(version, number);
    return row;
  }

  private Condition isRow(K key) {
    return tenant.eq(CurrentTenant.ID).and(isNamed(key));
  }
}
