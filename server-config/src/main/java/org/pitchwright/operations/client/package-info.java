/**
 * Responsible for the commands that operate a running server over its REST interface: bulk imports
 * and batch jobs. What enters are a file or a job's name and the address of the server on this
 * machine; what leaves is progress in the terminal, a report, and an exit status that cron can
 * read.
 */
@NullMarked
package org.pitchwright.operations.client;

import org.jspecify.annotations.NullMarked;
