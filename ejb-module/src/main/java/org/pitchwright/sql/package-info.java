/**
 * Plain SQL, for lists, bulk and the serving path. Responsible for connections and their errors;
 * statements with parameters enter, rows leave.
 */
@NullMarked
package org.pitchwright.sql;

import org.jspecify.annotations.NullMarked;
