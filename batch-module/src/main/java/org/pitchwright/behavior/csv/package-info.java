/**
 * Files of rows, as people have them. Responsible for finding out how a file is written and for
 * keeping every damaged row to itself; bytes enter, records with their place in the file leave.
 */
@NullMarked
package org.pitchwright.behavior.csv;

import org.jspecify.annotations.NullMarked;
