package org.pitchwright.operations.launcher;

/** What the server is started for. */
enum Edition {
  /** For work: a first-run page creates the administrator. */
  PRODUCTION,
  /** To be looked at: people with known passwords, hence for this machine alone by default. */
  DEMO
}
