/**
 * Events that tell what customers do. Responsible for judging, keeping and reading them exactly
 * once; event drafts enter, counts of what was accepted, and histories, leave.
 */
@NullMarked
package org.pitchwright.behavior;

import org.jspecify.annotations.NullMarked;
