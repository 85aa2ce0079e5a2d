package org.supportcenter.engine.resource;

import com.google.protobuf.Empty;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.store.References;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;

/**
 * The steps that changes of plain resources have in common. All refuse by throwing {@link
 * org.supportcenter.domain.refusal.RefusedException}.
 */
public final class Resources {

  private Resources() {}

  /** The resource that was looked for, or a refusal. */
  public static <S> S found(@Nullable S stored, String name) {
    if (stored == null) {
      throw new Refusal.NotFound(name).asException();
    }
    return stored;
  }

  /**
   * Changes a resource that is there in the version asked for. When that leaves its content as it
   * is, nothing is stored and the version stays.
   *
   * @param etag given by the caller; empty if they do not mind
   * @param change makes the new content
   */
  public static <K, T> Stored<K, T> edit(
      Tx tx,
      VersionedStore<K, T, ?> store,
      K key,
      String name,
      String etag,
      Function<Stored<K, T>, T> change) {
    var stored = found(store.lock(tx, key), name);
    Etags.check(etag, name, stored.version());
    var content = change.apply(stored);
    return content.equals(stored.content()) ? stored : store.update(tx, key, content);
  }

  /**
   * Deletes a resource that is there in the version asked for and that nothing refers to.
   *
   * @param etag given by the caller; empty if they do not mind
   */
  public static <K> Empty delete(
      Tx tx, VersionedStore<K, ?, ?> store, K key, String name, String etag) {
    var stored = found(store.lockAgainstReferences(tx, key), name);
    Etags.check(etag, name, stored.version());
    var references = store.references(tx, key);
    if (!references.none()) {
      throw new Refusal.InUse(
              name,
              "%s cannot be deleted: %s still %s to it."
                  .formatted(name, count(references), references.total() == 1 ? "refers" : "refer"))
          .asException();
    }
    store.delete(tx, key);
    return Empty.getDefaultInstance();
  }

  /** How many of each there are, such as "2 appointments and 1 ticket". */
  public static String count(References references) {
    return Stream.of(
            count(references.appointments(), "appointment"), count(references.tickets(), "ticket"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private static String count(int number, String thing) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "1 " + thing;
      default -> number + " " + thing + "s";
    };
  }
}
