package org.supportcenter.engine.technician;

import static org.supportcenter.engine.resource.Presence.set;

import java.time.Instant;
import java.util.UUID;
import org.supportcenter.domain.technician.TechnicianProfile;
import org.supportcenter.engine.resource.Locations;
import org.supportcenter.engine.resource.Texts;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.engine.wire.Zones;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.Technician;

/** Technicians on the wire. */
final class TechnicianMessages {

  private static final String ZONE = "technician.timeZone";

  private TechnicianMessages() {}

  static Technician message(Stored<UUID, org.supportcenter.domain.technician.Technician> stored) {
    var technician = stored.content();
    var profile = technician.profile();
    var message =
        Technician.newBuilder()
            .setName(Names.TECHNICIAN.of(stored.id()))
            .setDisplayName(profile.displayName())
            .setEmail(profile.email())
            .setTimeZone(profile.timeZone().getId())
            .addAllSkills(profile.skills())
            .setActive(profile.active())
            .setLanguage(profile.language())
            .setEtag(Etags.of(stored.version()))
            .setCreateTime(Times.timestamp(technician.createTime()))
            .setUpdateTime(Times.timestamp(technician.updateTime()));
    set(profile.homeLocation(), home -> message.setHomeLocation(Locations.message(home)));
    return message.build();
  }

  static org.supportcenter.domain.technician.Technician created(Technician message, Instant now) {
    return org.supportcenter.domain.technician.Technician.created(profile(message), now);
  }

  static org.supportcenter.domain.technician.Technician edited(
      Stored<UUID, org.supportcenter.domain.technician.Technician> stored,
      UpdateMask mask,
      Technician update,
      Instant now) {
    return stored.content().changed(profile(mask.apply(message(stored), update)), now);
  }

  private static TechnicianProfile profile(Technician message) {
    return new TechnicianProfile(
        Texts.required(message.getDisplayName(), "technician.displayName"),
        message.getEmail(),
        Zones.zone(Texts.required(message.getTimeZone(), ZONE), ZONE),
        message.getSkillsList(),
        !message.hasActive() || message.getActive(),
        message.getLanguage(),
        message.hasHomeLocation()
            ? Locations.location(message.getHomeLocation(), "technician.homeLocation")
            : null);
  }
}
