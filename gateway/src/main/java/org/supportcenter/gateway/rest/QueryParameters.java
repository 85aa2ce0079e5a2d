package org.supportcenter.gateway.rest;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.json.FieldPath;
import org.supportcenter.gateway.json.MessageFields;
import org.supportcenter.gateway.json.ScalarReader;
import org.supportcenter.gateway.json.TextValues;

/**
 * Query parameters as fields of a request, named in lowerCamel or snake_case. A parameter the
 * method does not have, or one given twice that is no list, is refused.
 */
final class QueryParameters {
  private QueryParameters() {}

  static void read(@Nullable String query, Route route, Message.Builder request) {
    if (query == null || query.isEmpty()) {
      return;
    }
    var type = request.getDescriptorForType();
    var given = new HashMap<FieldDescriptor, String>();
    for (var parameter : query.split("&", -1)) {
      if (parameter.isEmpty()) {
        continue;
      }
      var equals = parameter.indexOf('=');
      var name =
          PercentEncoding.decoded(equals < 0 ? parameter : parameter.substring(0, equals), "query");
      var path = FieldPath.ROOT.field(name);
      var field = MessageFields.find(type, name);
      if (field == null || route.outsideQuery().contains(field) || !isReadable(field)) {
        throw path.refused(
            "must be left out: the query parameters of this method are " + names(route));
      }
      var value = equals < 0 ? "" : PercentEncoding.decoded(parameter.substring(equals + 1), name);
      if (value.isEmpty() && HeaderFields.isGuard(field)) {
        throw path.refused(HeaderFields.EMPTY_GUARD);
      }
      var before = given.put(field, name);
      if (field.isRepeated()) {
        if (before != null && !before.equals(name)) {
          throw path.refused("must be given under one name");
        }
        request.addRepeatedField(field, ScalarReader.ofText(field, value, path));
      } else if (before == null) {
        request.setField(field, ScalarReader.ofText(field, value, path));
      } else {
        throw path.refused("must be given once");
      }
    }
  }

  private static String names(Route route) {
    return MessageFields.names(
        route.method().getInputType().getFields().stream()
            .filter(field -> !route.outsideQuery().contains(field) && isReadable(field)));
  }

  /** Whether a field can be a query parameter. */
  static boolean isReadable(FieldDescriptor field) {
    return field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
        || TextValues.isText(field.getMessageType().getFullName());
  }
}
