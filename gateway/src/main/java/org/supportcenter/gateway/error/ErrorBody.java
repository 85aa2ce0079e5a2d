package org.supportcenter.gateway.error;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.ErrorDetailsProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.supportcenter.v1.ViolationOuterClass;

/** The JSON body of an error (AIP-193): {@code {"error": {code, status, message, details}}}. */
public final class ErrorBody {
  private static final JsonFactory JSON = new JsonFactory();
  private static final TypeRegistry TYPES =
      TypeRegistry.newBuilder()
          .add(ErrorDetailsProto.getDescriptor().getMessageTypes())
          .add(ViolationOuterClass.getDescriptor().getMessageTypes())
          .build();
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer()
          .usingTypeRegistry(TYPES)
          .alwaysPrintFieldsWithNoPresence()
          .omittingInsignificantWhitespace();

  private ErrorBody() {}

  /** The body as compact JSON in UTF-8. A detail of a type unknown here is left out. */
  public static byte[] json(Failure failure) {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart("error");
      json.writeNumberField("code", failure.httpStatus());
      json.writeStringField("status", failure.codeName());
      json.writeStringField("message", failure.status().getMessage());
      json.writeArrayFieldStart("details");
      for (var detail : failure.status().getDetailsList()) {
        if (isKnown(detail)) {
          json.writeRawValue(PRINTER.print(detail));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException damaged) {
      throw new UncheckedIOException("an error cannot be printed", damaged);
    }
    return bytes.toByteArray();
  }

  private static boolean isKnown(Any detail) {
    try {
      return TYPES.getDescriptorForTypeUrl(detail.getTypeUrl()) != null;
    } catch (InvalidProtocolBufferException notATypeUrl) {
      return false;
    }
  }
}
