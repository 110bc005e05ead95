/**
 * Batch jobs as the operator sees them. Responsible for starting, stopping, resuming and scheduling
 * jobs so that exactly one node runs each, whatever crashes; requests and cron expressions enter,
 * executions with their progress leave.
 */
@NullMarked
package org.pitchwright.operations;

import org.jspecify.annotations.NullMarked;
