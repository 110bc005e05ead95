/**
 * How items belong together, for people and systems. Responsible for showing each relation with
 * what speaks for it and for changing it by hand; decisions enter, relations with their evidence
 * leave.
 */
@NullMarked
package org.pitchwright.recommendation.relations;

import org.jspecify.annotations.NullMarked;
