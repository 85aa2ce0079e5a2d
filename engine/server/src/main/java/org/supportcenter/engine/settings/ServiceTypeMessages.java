package org.supportcenter.engine.settings;

import static org.supportcenter.engine.resource.Presence.duration;
import static org.supportcenter.engine.resource.Presence.set;
import static org.supportcenter.engine.resource.Presence.setDuration;

import java.util.UUID;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.settings.ServiceTypeDefinition;
import org.supportcenter.engine.resource.Texts;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.ServiceType;

/** Service types on the wire. What is unset is inherited. */
final class ServiceTypeMessages {

  private ServiceTypeMessages() {}

  static ServiceType message(Stored<UUID, ServiceTypeDefinition> stored) {
    var definition = stored.content();
    var message =
        ServiceType.newBuilder()
            .setName(Names.SERVICE_TYPE.of(stored.id()))
            .setDisplayName(definition.displayName())
            .addAllRequiredSkills(definition.requiredSkills())
            .setEtag(Etags.of(stored.version()));
    setDuration(definition.duration(), message::setDuration);
    setDuration(definition.bufferBefore(), message::setBufferBefore);
    setDuration(definition.bufferAfter(), message::setBufferAfter);
    setDuration(definition.minimumNotice(), message::setMinimumNotice);
    set(definition.advanceBookingDays(), message::setAdvanceBookingDays);
    return message.build();
  }

  /** What was entered; refuses what makes no sense. */
  static ServiceTypeDefinition definition(ServiceType it) {
    return new ServiceTypeDefinition(
        Texts.required(it.getDisplayName(), "serviceType.displayName"),
        duration(it.hasDuration(), it.getDuration(), Limits.VISIT_DURATION, "serviceType.duration"),
        duration(
            it.hasBufferBefore(), it.getBufferBefore(), Limits.BUFFER, "serviceType.bufferBefore"),
        duration(
            it.hasBufferAfter(), it.getBufferAfter(), Limits.BUFFER, "serviceType.bufferAfter"),
        duration(
            it.hasMinimumNotice(),
            it.getMinimumNotice(),
            Limits.NOTICE,
            "serviceType.minimumNotice"),
        it.hasAdvanceBookingDays() ? it.getAdvanceBookingDays() : null,
        it.getRequiredSkillsList());
  }

  static ServiceTypeDefinition edited(
      Stored<UUID, ServiceTypeDefinition> stored, UpdateMask mask, ServiceType update) {
    return definition(mask.apply(message(stored), update));
  }
}
