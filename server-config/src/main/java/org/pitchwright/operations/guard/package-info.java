/**
 * Responsible for leaving nothing behind when the launcher is killed: a small process of its own
 * watches the launcher and ends the server and the database in its place. What enters are the
 * process ids and the command that stops the database, as lines on a pipe; what leaves is nothing,
 * or a log of what was ended.
 */
@NullMarked
package org.pitchwright.operations.guard;

import org.jspecify.annotations.NullMarked;
