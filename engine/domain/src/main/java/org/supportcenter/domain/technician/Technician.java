package org.supportcenter.domain.technician;

import java.time.Instant;

/** A technician: what people entered, and when. */
public record Technician(TechnicianProfile profile, Instant createTime, Instant updateTime) {

  /** A new technician. */
  public static Technician created(TechnicianProfile profile, Instant now) {
    return new Technician(profile, now, now);
  }

  /** The same technician with another profile; itself when that is the same. */
  public Technician changed(TechnicianProfile changed, Instant now) {
    return changed.equals(profile) ? this : new Technician(changed, createTime, now);
  }
}
