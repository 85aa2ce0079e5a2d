package org.supportcenter.domain.ticket;

/** How urgent a ticket or visit is, the least urgent first. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT
}
