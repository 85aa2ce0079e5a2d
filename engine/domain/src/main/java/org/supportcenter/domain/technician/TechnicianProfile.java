package org.supportcenter.domain.technician;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.place.Location;

/**
 * What people entered about a technician. Texts are as written; an empty one was not given.
 *
 * @param displayName never blank
 * @param timeZone zone in which working hours, days and limits are read
 * @param skills without repeats, in the order they were written
 * @param active whether visits may be booked
 * @param language BCP 47 tag of the language of mails
 * @param homeLocation where the working day begins and ends; null when unknown
 */
public record TechnicianProfile(
    String displayName,
    String email,
    ZoneId timeZone,
    List<String> skills,
    boolean active,
    String language,
    @Nullable Location homeLocation) {

  public TechnicianProfile {
    skills = List.copyOf(skills);
  }
}
