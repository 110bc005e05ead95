package org.pitchwright.behavior.cleansing;

import java.util.List;

/** A customer or session with the events to judge and their context, in the order of time. */
record SubjectEvents(String subject, List<RawEvent> events) {}
