package org.supportcenter.domain.policy;

/** The level an effective policy field came from, the weakest first. */
public enum Origin {
  /** The product's default. */
  DEFAULT,
  /** The tenant's policy. */
  TENANT,
  /** The technician's own policy. */
  TECHNICIAN,
  /** The service type booked. */
  SERVICE_TYPE
}
