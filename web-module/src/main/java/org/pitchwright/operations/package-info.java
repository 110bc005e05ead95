/**
 * Pages about batch jobs. Responsible for starting, watching and scheduling them; commands enter,
 * executions leave.
 */
@NullMarked
package org.pitchwright.operations;

import org.jspecify.annotations.NullMarked;
