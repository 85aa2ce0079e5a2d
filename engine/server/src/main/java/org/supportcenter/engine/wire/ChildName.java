package org.supportcenter.engine.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.supportcenter.domain.refusal.Refusal;

/**
 * Names of what belongs to a technician, taken apart.
 *
 * @param <I> id of the child
 */
public record ChildName<I>(UUID technician, I id) {

  private static final String PARENT = "technicians/([0-9a-fA-F-]{36})/";
  private static final Pattern TIME_OFF = Pattern.compile(PARENT + "timeOff/([0-9a-fA-F-]{36})");
  private static final Pattern DATE_OVERRIDE =
      Pattern.compile(PARENT + "dateOverrides/([0-9]{4}-[0-9]{2}-[0-9]{2})");

  /** The name of a technician's policy. */
  public static String policy(UUID technician) {
    return Names.TECHNICIAN.of(technician) + "/policy";
  }

  /** The technician in the name of a policy, {@code "technicians/{uuid}/policy"}. */
  public static UUID policyOwner(String name, String field) {
    return owner(name, "/policy", field);
  }

  /** The name of a technician's effective policy. */
  public static String effectivePolicy(UUID technician) {
    return Names.TECHNICIAN.of(technician) + "/effectivePolicy";
  }

  /** The technician in the name of an effective policy. */
  public static UUID effectivePolicyOwner(String name, String field) {
    return owner(name, "/effectivePolicy", field);
  }

  /** The name of a time off. */
  public static String timeOff(UUID technician, UUID id) {
    return Names.TECHNICIAN.of(technician) + "/timeOff/" + id;
  }

  /** Takes {@code "technicians/{uuid}/timeOff/{uuid}"} apart. */
  public static ChildName<UUID> timeOff(String name, String field) {
    return parse(TIME_OFF, name, UUID::fromString, field, "technicians/{uuid}/timeOff/{uuid}");
  }

  /** The name of a date override. */
  public static String dateOverride(UUID technician, LocalDate date) {
    return Names.TECHNICIAN.of(technician) + "/dateOverrides/" + date;
  }

  /** Takes {@code "technicians/{uuid}/dateOverrides/{date}"} apart. */
  public static ChildName<LocalDate> dateOverride(String name, String field) {
    return parse(
        DATE_OVERRIDE,
        name,
        LocalDate::parse,
        field,
        "technicians/{uuid}/dateOverrides/YYYY-MM-DD");
  }

  private static UUID owner(String name, String suffix, String field) {
    if (!name.endsWith(suffix)) {
      throw malformed(field, "technicians/{uuid}" + suffix);
    }
    return Names.TECHNICIAN.id(name.substring(0, name.length() - suffix.length()), field);
  }

  private static <I> ChildName<I> parse(
      Pattern shape, String name, Function<String, I> id, String field, String form) {
    var parts = shape.matcher(name);
    if (!parts.matches()) {
      throw malformed(field, form);
    }
    try {
      return new ChildName<>(UUID.fromString(parts.group(1)), id.apply(parts.group(2)));
    } catch (IllegalArgumentException | DateTimeException notAnId) {
      throw malformed(field, form);
    }
  }

  private static RuntimeException malformed(String field, String form) {
    return new Refusal.FieldsInvalid(field, "must look like \"%s\"".formatted(form)).asException();
  }
}
