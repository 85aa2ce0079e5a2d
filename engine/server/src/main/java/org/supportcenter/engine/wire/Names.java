package org.supportcenter.engine.wire;

import java.util.UUID;
import java.util.regex.Pattern;
import org.supportcenter.domain.refusal.Refusal;

/**
 * Names of one kind of resource, e.g. {@code "technicians/{uuid}"}. Names are unique, so an id is
 * read whatever its case, and always written in lower case.
 */
public enum Names {
  API_KEY("apiKeys"),
  APPOINTMENT("appointments"),
  CLOSURE("closures"),
  CUSTOMER("customers"),
  HOLD("holds"),
  NOTIFICATION("notifications"),
  PLAN("plans"),
  SERVICE_TYPE("serviceTypes"),
  TECHNICIAN("technicians"),
  TICKET("tickets"),
  WEBHOOK_ENDPOINT("webhookEndpoints");

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final String collection;

  Names(String collection) {
    this.collection = collection;
  }

  /** The name of the resource with that id. */
  public String of(UUID id) {
    return collection + "/" + id;
  }

  /**
   * The id in a name.
   *
   * @param field where the name was given, in lowerCamel
   * @throws org.supportcenter.domain.refusal.RefusedException if it is not such a name
   */
  public UUID id(String name, String field) {
    if (name.isEmpty()) {
      throw new Refusal.FieldsInvalid(field, "is required").asException();
    }
    var prefix = collection.length() + 1;
    if (!name.startsWith(collection + "/") || !ID.matcher(name.substring(prefix)).matches()) {
      throw new Refusal.FieldsInvalid(field, "must look like \"%s/{uuid}\"".formatted(collection))
          .asException();
    }
    return UUID.fromString(name.substring(prefix));
  }
}
