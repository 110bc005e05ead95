/**
 * What customers did, as it is stored. Responsible for the closed set of event types; rows of the
 * tables {@code event}, {@code cleansed_event} and {@code event_rejection} enter and leave.
 */
@NullMarked
package org.pitchwright.behavior;

import org.jspecify.annotations.NullMarked;
