/**
 * Long lists in pages. Responsible for opaque cursors that survive inserts; a key enters, and comes
 * back as the start of the next page.
 */
@NullMarked
package org.pitchwright.paging;

import org.jspecify.annotations.NullMarked;
