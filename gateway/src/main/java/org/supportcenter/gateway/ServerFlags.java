package org.supportcenter.gateway;

import com.linecorp.armeria.common.FlagsProvider;

/** What of the server library can be set in no other way; it finds this class by itself. */
public final class ServerFlags implements FlagsProvider {
  @Override
  public int priority() {
    return 1; // above the library's own defaults, below system properties
  }

  /** What is searched for may have dots like those that lead out of a directory. */
  @Override
  public Boolean allowDoubleDotsInQueryString() {
    return true;
  }
}
