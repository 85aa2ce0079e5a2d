package org.supportcenter.store;

import org.jooq.Table;
import org.jooq.TableRecord;

/**
 * A store of what always exists: where no row has been written, what holds is known and has version
 * 0.
 */
public abstract class SettingStore<K, T, R extends TableRecord<R>> extends VersionedStore<K, T, R> {

  private static final int UNSET_VERSION = 0;

  private final T unset;

  /**
   * @param unset what holds until somebody changes it
   */
  protected SettingStore(Table<R> table, T unset) {
    super(table);
    this.unset = unset;
  }

  @Override
  public final Stored<K, T> find(Tx tx, K key) {
    var stored = super.find(tx, key);
    return stored == null ? new Stored<>(key, UNSET_VERSION, unset) : stored;
  }

  /** The row for a change, which other changes wait for. What it belongs to must exist. */
  @Override
  public final Stored<K, T> lock(Tx tx, K key) {
    // There must be a row to lock, or two first changes would not see each other.
    insertIfAbsent(tx, key, unset, UNSET_VERSION);
    var stored = super.lock(tx, key);
    if (stored == null) {
      throw new IllegalStateException("The row just written is gone");
    }
    return stored;
  }
}
