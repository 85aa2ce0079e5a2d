package org.supportcenter.store;

/** Work across tenants that row-level security lets through, each for its own rows only. */
public enum Chore {
  /** Forgets the replies kept for retries when they are older than a day. */
  FORGET_REPLIES("forget-replies"),
  /** Takes plans out of their queue. */
  RUN_PLANS("run-plans");

  private final String setting;

  Chore(String setting) {
    this.setting = setting;
  }

  String setting() {
    return setting;
  }
}
