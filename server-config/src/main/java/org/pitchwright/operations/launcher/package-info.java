/**
 * Responsible for the commands of {@code ./pitchwright}: it puts database, server and guard
 * together in one foreground process, and hands the other commands to where they belong. What
 * enters is a command line; what leaves is a running system, or a sentence that says how to get
 * one.
 */
@NullMarked
package org.pitchwright.operations.launcher;

import org.jspecify.annotations.NullMarked;
