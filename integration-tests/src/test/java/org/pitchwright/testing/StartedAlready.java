package org.pitchwright.testing;

import java.net.URI;
import java.nio.file.Path;

/** A server with the demo company that somebody else started and will stop. */
record StartedAlready(URI baseUri, Path dataDirectory) implements RunningServer {
  @Override
  public void stop() {
    // Who started it stops it.
  }
}
