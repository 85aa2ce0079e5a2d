package org.supportcenter.gateway.openapi;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comments of the protos, which the generated classes no longer have, by full name. */
final class ProtoComments {
  private static final String PROTOSET = "/supportcenter.protoset";

  private final Map<String, String> byName = new HashMap<>();

  /** Reads the descriptor set that the build puts beside the generated classes. */
  static ProtoComments load() {
    var comments = new ProtoComments();
    try (var stream = ProtoComments.class.getResourceAsStream(PROTOSET)) {
      if (stream == null) {
        throw new IllegalStateException(PROTOSET + " is not on the class path");
      }
      FileDescriptorSet.parseFrom(stream).getFileList().forEach(comments::add);
      return comments;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The comment before this message, field, enum, value, service or method; empty if none. */
  String of(String fullName) {
    return byName.getOrDefault(fullName, "");
  }

  private void add(FileDescriptorProto file) {
    var names = new HashMap<List<Integer>, String>();
    var prefix = file.getPackage() + ".";
    for (var i = 0; i < file.getMessageTypeCount(); i++) {
      message(file.getMessageType(i), prefix, at(List.of(), 4, i), names);
    }
    for (var i = 0; i < file.getEnumTypeCount(); i++) {
      enumeration(file.getEnumType(i), prefix, at(List.of(), 5, i), names);
    }
    for (var i = 0; i < file.getServiceCount(); i++) {
      service(file.getService(i), prefix, at(List.of(), 6, i), names);
    }
    for (var location : file.getSourceCodeInfo().getLocationList()) {
      var name = names.get(location.getPathList());
      if (name != null && location.hasLeadingComments()) {
        byName.put(name, location.getLeadingComments().strip().replaceAll("\\s*\\n\\s*", " "));
      }
    }
  }

  // The numbers are those of the fields of descriptor.proto: a location is a path through them.

  private static void message(
      DescriptorProto message,
      String prefix,
      List<Integer> path,
      Map<List<Integer>, String> names) {
    var name = prefix + message.getName();
    names.put(path, name);
    for (var i = 0; i < message.getFieldCount(); i++) {
      names.put(at(path, 2, i), name + "." + message.getField(i).getName());
    }
    for (var i = 0; i < message.getNestedTypeCount(); i++) {
      message(message.getNestedType(i), name + ".", at(path, 3, i), names);
    }
    for (var i = 0; i < message.getEnumTypeCount(); i++) {
      enumeration(message.getEnumType(i), name + ".", at(path, 4, i), names);
    }
  }

  private static void enumeration(
      EnumDescriptorProto type,
      String prefix,
      List<Integer> path,
      Map<List<Integer>, String> names) {
    names.put(path, prefix + type.getName());
    for (var i = 0; i < type.getValueCount(); i++) {
      // Values are siblings of their enum in a proto's name space.
      names.put(at(path, 2, i), prefix + type.getValue(i).getName());
    }
  }

  private static void service(
      ServiceDescriptorProto service,
      String prefix,
      List<Integer> path,
      Map<List<Integer>, String> names) {
    var name = prefix + service.getName();
    names.put(path, name);
    for (var i = 0; i < service.getMethodCount(); i++) {
      names.put(at(path, 2, i), name + "." + service.getMethod(i).getName());
    }
  }

  private static List<Integer> at(List<Integer> path, int field, int index) {
    var longer = new ArrayList<>(path);
    longer.add(field);
    longer.add(index);
    return List.copyOf(longer);
  }
}
