package org.supportcenter.engine.resource;

import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Locks;
import org.supportcenter.store.Stored;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.Work;

/**
 * Answers the calls that plain resources have in common, each in one transaction of the caller's
 * tenant. All refuse by throwing {@link org.supportcenter.domain.refusal.RefusedException}.
 *
 * @param <K> what names a resource within its tenant
 * @param <T> the resource as it is stored
 * @param <M> the resource on the wire
 */
public final class ResourceCalls<K, T, M extends Message> {

  private final Reads reads;
  private final Writes writes;
  private final VersionedStore<K, T, ?> store;
  private final Parser<M> parser;
  private final Function<Stored<K, T>, M> message;
  private final BiFunction<Caller, K, Locks> locks;

  /**
   * Calls for the resources of a store.
   *
   * @param parser of the messages
   * @param message makes them
   * @param locks under which a resource is made, changed and deleted
   */
  public ResourceCalls(
      Reads reads,
      Writes writes,
      VersionedStore<K, T, ?> store,
      Parser<M> parser,
      Function<Stored<K, T>, M> message,
      BiFunction<Caller, K, Locks> locks) {
    this.reads = reads;
    this.writes = writes;
    this.store = store;
    this.parser = parser;
    this.message = message;
    this.locks = locks;
  }

  /** Calls for resources that no booking has to wait for. */
  public ResourceCalls(
      Reads reads,
      Writes writes,
      VersionedStore<K, T, ?> store,
      Parser<M> parser,
      Function<Stored<K, T>, M> message) {
    this(reads, writes, store, parser, message, (caller, _) -> Locks.of(caller.tenant()));
  }

  /** Makes one, as the work does it. */
  public M create(Message request, K key, Work<Stored<K, T>> work) {
    var caller = Caller.current();
    return writes.run(
        caller, request, locks.apply(caller, key), parser, tx -> message.apply(work.run(tx)));
  }

  /** The one of that name. */
  public M get(K key, String name) {
    return message.apply(
        reads.run(Caller.current(), tx -> Resources.found(store.find(tx, key), name)));
  }

  /**
   * Changes one as an update says, which carries its name.
   *
   * @param request with an {@code update_mask}
   */
  public M update(Message request, K key, M update, Edit<K, T, M> edit) {
    return update(request, key, text(update, "name"), update, edit);
  }

  /**
   * Changes one as an update says; its etag, when it has one, must be the current one.
   *
   * @param request with an {@code update_mask}
   * @param name of the resource
   */
  public M update(Message request, K key, String name, M update, Edit<K, T, M> edit) {
    var caller = Caller.current();
    var mask = UpdateMask.of(mask(request), update);
    return writes.run(
        caller,
        request,
        locks.apply(caller, key),
        parser,
        tx ->
            message.apply(
                Resources.edit(
                    tx,
                    store,
                    key,
                    name,
                    text(update, "etag"),
                    stored -> edit.edited(stored, mask, update))));
  }

  /**
   * Deletes one, as {@link Resources#delete} does.
   *
   * @param request with the {@code name} and maybe an {@code etag}
   */
  public Empty delete(Message request, K key) {
    var caller = Caller.current();
    return writes.run(
        caller,
        request,
        locks.apply(caller, key),
        Empty.parser(),
        tx -> Resources.delete(tx, store, key, text(request, "name"), text(request, "etag")));
  }

  private static String text(Message message, String field) {
    return (String) message.getField(message.getDescriptorForType().findFieldByName(field));
  }

  private static FieldMask mask(Message request) {
    return (FieldMask)
        request.getField(request.getDescriptorForType().findFieldByName("update_mask"));
  }

  /**
   * Makes the content after an update.
   *
   * @param <K> what names a resource within its tenant
   * @param <T> the resource as it is stored
   * @param <M> the resource on the wire
   */
  @FunctionalInterface
  public interface Edit<K, T, M> {
    /**
     * The content after an update.
     *
     * @throws org.supportcenter.domain.refusal.RefusedException if it makes no sense
     */
    T edited(Stored<K, T> stored, UpdateMask mask, M update);
  }
}
