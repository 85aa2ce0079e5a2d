package org.supportcenter.domain.access;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a credential can be good for. */
public enum Scope {
  APPOINTMENTS_READ("appointments.read"),
  APPOINTMENTS_WRITE("appointments.write"),
  AVAILABILITY_READ("availability.read"),
  CUSTOMERS_WRITE("customers.write"),
  SETTINGS_WRITE("settings.write"),
  WEBHOOKS_MANAGE("webhooks.manage"),
  ADMIN("admin");

  private static final Map<String, Scope> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(Scope::label, Function.identity()));

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  /** As written on the wire and in the database. */
  public String label() {
    return label;
  }

  /**
   * Reads a label.
   *
   * @throws IllegalArgumentException for an unknown one
   */
  public static Scope of(String label) {
    var scope = BY_LABEL.get(label);
    if (scope == null) {
      throw new IllegalArgumentException("No scope is called " + label);
    }
    return scope;
  }
}
