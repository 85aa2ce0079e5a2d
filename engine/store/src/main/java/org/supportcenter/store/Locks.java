package org.supportcenter.store;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The advisory locks a transaction takes before it reads or writes anything. They are always taken
 * in the order of their keys, whoever asks, so that two transactions never wait for each other.
 * Keys are 64-bit hashes, whose two top bits say what is locked; two things may share a key, which
 * only makes them wait for each other.
 */
public final class Locks {

  private static final long REQUEST_CLASS = 0;
  private static final long BOOKING_CLASS = 1L << 62;
  private static final long HASH_BITS = (1L << 62) - 1;

  /** Nothing is locked. */
  static final Locks NONE = new Locks(new UUID(0, 0));

  private final UUID tenant;
  private final SortedSet<Long> keys = new TreeSet<>(Long::compareUnsigned);

  private Locks(UUID tenant) {
    this.tenant = tenant;
  }

  /** No locks yet. */
  public static Locks of(UUID tenant) {
    return new Locks(tenant);
  }

  /** Makes twins of a request wait for each other. */
  public Locks request(String caller, UUID requestId) {
    keys.add(REQUEST_CLASS | hash(requestId, caller.hashCode()));
    return this;
  }

  /** Whose time is booked, moved or freed: old and new technician of a move. */
  public Locks technician(UUID id) {
    keys.add(BOOKING_CLASS | hash(id, 0));
    return this;
  }

  /** Whose visits may not overlap: old and new customer of a change. */
  public Locks customer(UUID id) {
    keys.add(BOOKING_CLASS | hash(id, 0));
    return this;
  }

  /** How many times are held in the tenant. */
  public Locks holds() {
    keys.add(BOOKING_CLASS | hash(tenant, 0));
    return this;
  }

  /** The keys in the order in which they are taken. */
  long[] keys() {
    return keys.stream().mapToLong(Long::longValue).toArray();
  }

  private long hash(UUID id, int extra) {
    var mixed = mix(tenant.getMostSignificantBits());
    mixed = mix(mixed ^ tenant.getLeastSignificantBits());
    mixed = mix(mixed ^ id.getMostSignificantBits());
    mixed = mix(mixed ^ id.getLeastSignificantBits());
    return mix(mixed ^ extra) & HASH_BITS;
  }

  /** The finaliser of SplitMix64: every input bit changes every output bit. */
  private static long mix(long bits) {
    var mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
