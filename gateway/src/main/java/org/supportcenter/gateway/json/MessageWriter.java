package org.supportcenter.gateway.json;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;

/** Writes messages as proto3 JSON, with the fields that have no presence always printed. */
public final class MessageWriter {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().alwaysPrintFieldsWithNoPresence().omittingInsignificantWhitespace();

  private MessageWriter() {}

  /** Compact JSON in UTF-8, on one line. */
  public static byte[] json(Message message) {
    try {
      return PRINTER.print(message).getBytes(StandardCharsets.UTF_8);
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalArgumentException(
          "cannot print " + message.getDescriptorForType().getFullName(), unprintable);
    }
  }
}
