package org.supportcenter.domain.access;

/** Through what a change came in. */
public enum Source {
  /** A person's own session. */
  INTERNAL,
  /** Any API key, whoever's. */
  API,
  AUTOMATION,
  EMAIL,
  /** A customer's signed link. */
  CUSTOMER
}
