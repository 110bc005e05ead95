/**
 * Items and categories. Responsible for what the shop sells and what of it may be recommended;
 * descriptions of items enter, items and pages of items leave.
 */
@NullMarked
package org.pitchwright.catalog;

import org.jspecify.annotations.NullMarked;
