/**
 * Imports of files in bulk. Responsible for turning rows into events, items and customers by the
 * same rules as every other door, exactly once; records of a file enter, rows of the database,
 * refused rows with their reason and a report leave.
 */
@NullMarked
package org.pitchwright.behavior.imports;

import org.jspecify.annotations.NullMarked;
