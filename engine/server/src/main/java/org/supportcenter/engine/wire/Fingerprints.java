package org.supportcenter.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two messages are the same. */
public final class Fingerprints {

  private Fingerprints() {}

  /**
   * SHA-256 in hex.
   *
   * @param kind of message
   * @param context in which it was sent
   */
  public static String of(String kind, String context, Message message) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(kind.getBytes(UTF_8));
      digest.update((byte) 0);
      digest.update(context.getBytes(UTF_8));
      digest.update((byte) 0);
      digest.update(bytes(message));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(Message message) {
    var bytes = new ByteArrayOutputStream(message.getSerializedSize());
    try {
      var out = CodedOutputStream.newInstance(bytes);
      out.useDeterministicSerialization();
      message.writeTo(out);
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
