package org.supportcenter.domain.rule;

/** What visits have in common when a rule looks at them together. */
public enum Bond {
  TECHNICIAN,
  CUSTOMER
}
