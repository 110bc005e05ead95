/**
 * Responsible for the database of an installation that configures none: a real PostgreSQL under the
 * data directory, made once, started and stopped with the server, and never started twice. What
 * enters is the folder and the program files from the class path; what leaves is the address of a
 * database that is ready, or the reason why there is none.
 */
@NullMarked
package org.pitchwright.operations.postgres;

import org.jspecify.annotations.NullMarked;
