package org.supportcenter.domain.customer;

import java.time.Instant;

/** A customer: what people entered, and when. */
public record Customer(CustomerProfile profile, Instant createTime, Instant updateTime) {

  /** A new customer. */
  public static Customer created(CustomerProfile profile, Instant now) {
    return new Customer(profile, now, now);
  }

  /** The same customer with another profile; itself when that is the same. */
  public Customer changed(CustomerProfile changed, Instant now) {
    return changed.equals(profile) ? this : new Customer(changed, createTime, now);
  }
}
