/**
 * Items as they are stored. Responsible for the identity and the state of what can be recommended;
 * rows of the table {@code item} enter and leave.
 */
@NullMarked
package org.pitchwright.catalog;

import org.jspecify.annotations.NullMarked;
