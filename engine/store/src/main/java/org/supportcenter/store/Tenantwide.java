package org.supportcenter.store;

/** The key of what a tenant has exactly one of. */
public enum Tenantwide {
  KEY
}
