package org.supportcenter.store.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A message as it came or goes over the wire; the store does not read it. */
public final class Payload {

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of these bytes, which nobody changes any more. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes);
  }

  /** The bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
