package org.supportcenter.runtime.network;

import java.net.InetAddress;

/**
 * The addresses that share their first bits with another.
 *
 * @param address any of them
 * @param length how many bits
 */
record Network(InetAddress address, int length) {

  /**
   * Reads {@code "10.0.0.0/8"}, {@code "fd00::/8"} or a single address.
   *
   * @throws IllegalArgumentException if it is none; names are never looked up
   */
  static Network parse(String text) {
    var slash = text.indexOf('/');
    var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    var most = address.getAddress().length * Byte.SIZE;
    var length = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
    if (length < 0 || length > most) {
      throw new IllegalArgumentException("%s has no prefix of %d bits".formatted(address, length));
    }
    return new Network(address, length);
  }

  boolean contains(InetAddress other) {
    var ours = address.getAddress();
    var theirs = other.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < length; bit++) {
      var mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
