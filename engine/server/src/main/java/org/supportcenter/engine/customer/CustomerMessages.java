package org.supportcenter.engine.customer;

import java.time.Instant;
import java.util.UUID;
import org.supportcenter.domain.customer.CustomerProfile;
import org.supportcenter.engine.resource.Texts;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.engine.wire.Zones;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.Customer;

/** Customers on the wire. */
final class CustomerMessages {

  private CustomerMessages() {}

  static Customer message(Stored<UUID, org.supportcenter.domain.customer.Customer> stored) {
    var customer = stored.content();
    var profile = customer.profile();
    var zone = profile.timeZone();
    var language = profile.language();
    return Customer.newBuilder()
        .setName(Names.CUSTOMER.of(stored.id()))
        .setDisplayName(profile.displayName())
        .setEmail(profile.email())
        .setPhone(profile.phone())
        .setAddress(profile.address())
        .setTimeZone(zone == null ? "" : zone.getId())
        .setLanguage(language == null ? "" : language)
        .setRemindersOptOut(profile.remindersOptOut())
        .setEtag(Etags.of(stored.version()))
        .setCreateTime(Times.timestamp(customer.createTime()))
        .setUpdateTime(Times.timestamp(customer.updateTime()))
        .build();
  }

  static org.supportcenter.domain.customer.Customer created(Customer message, Instant now) {
    return org.supportcenter.domain.customer.Customer.created(profile(message), now);
  }

  static org.supportcenter.domain.customer.Customer edited(
      Stored<UUID, org.supportcenter.domain.customer.Customer> stored,
      UpdateMask mask,
      Customer update,
      Instant now) {
    return stored.content().changed(profile(mask.apply(message(stored), update)), now);
  }

  private static CustomerProfile profile(Customer message) {
    return new CustomerProfile(
        Texts.required(message.getDisplayName(), "customer.displayName"),
        message.getEmail(),
        message.getPhone(),
        message.getAddress(),
        message.getTimeZone().isEmpty()
            ? null
            : Zones.zone(message.getTimeZone(), "customer.timeZone"),
        message.getLanguage().isEmpty() ? null : message.getLanguage(),
        message.getRemindersOptOut());
  }
}
