/**
 * Responsible for what an operator reads in the terminal: short lines about what is being done, how
 * long it took, and what went wrong with the way to mend it. What enters are the steps of a command
 * and its failures; what leaves is text on standard output and standard error.
 */
@NullMarked
package org.pitchwright.operations.console;

import org.jspecify.annotations.NullMarked;
