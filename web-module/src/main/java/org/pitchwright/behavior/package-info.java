/**
 * Pages about behaviour data. Responsible for bringing files in and showing what was refused and
 * why; files and filters enter, reports leave.
 */
@NullMarked
package org.pitchwright.behavior;

import org.jspecify.annotations.NullMarked;
