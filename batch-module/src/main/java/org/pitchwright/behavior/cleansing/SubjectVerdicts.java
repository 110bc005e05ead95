package org.pitchwright.behavior.cleansing;

import java.util.List;

/** A customer or session with the verdicts on its events. */
record SubjectVerdicts(String subject, List<Verdict> verdicts) {}
