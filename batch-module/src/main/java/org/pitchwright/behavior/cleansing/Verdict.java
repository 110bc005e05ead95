package org.pitchwright.behavior.cleansing;

import java.util.Optional;

/** What is decided about an event; without a rejection it may be learned from. */
record Verdict(long event, Optional<Rejection> rejection) {}
