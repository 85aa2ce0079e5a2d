package org.supportcenter.domain.change;

/** Through what a change came in. */
public enum Source {
  /** A person's session. */
  INTERNAL,
  /** An API key. */
  API,
  /** An automation rule. */
  AUTOMATION,
  /** Inbound mail. */
  EMAIL,
  /** A customer's signed link. */
  CUSTOMER
}
