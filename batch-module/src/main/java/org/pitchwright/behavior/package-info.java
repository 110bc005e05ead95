/**
 * Behaviour that comes in bulk, and what of it may be learned from. Responsible for importing files
 * and for cleansing; files and raw events enter, reports and cleansed events leave.
 */
@NullMarked
package org.pitchwright.behavior;

import org.jspecify.annotations.NullMarked;
