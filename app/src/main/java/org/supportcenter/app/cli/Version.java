package org.supportcenter.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its archive says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version = SupportCenter.class.getPackage().getImplementationVersion();
    return new String[] {"support-center " + (version == null ? "(not packaged)" : version)};
  }
}
