package org.pitchwright.operations.launcher;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest, with the Java that runs it. */
final class BuildVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Pitchwright.class.getPackage().getImplementationVersion();
    return new String[] {
      "Pitchwright " + (version == null ? "(not packaged)" : version),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
