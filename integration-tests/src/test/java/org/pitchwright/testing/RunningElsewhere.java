package org.pitchwright.testing;

import java.net.URI;
import java.nio.file.Path;

/**
 * A server that somebody else started and will stop, told by {@code pitchwright.it.url}: makes the
 * loop of writing a test short.
 */
record RunningElsewhere(URI baseUri, Path dataDirectory) implements RunningServer {
  static RunningElsewhere at(String url, Path data) {
    return new RunningElsewhere(URI.create(url.endsWith("/") ? url : url + "/"), data);
  }

  @Override
  public void stop() {
    // It goes on: it was there before the tests.
  }
}
