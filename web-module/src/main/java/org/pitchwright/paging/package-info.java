/**
 * Lists over REST. Responsible for limits and the shape of a page; parameters enter, pages leave.
 */
@NullMarked
package org.pitchwright.paging;

import org.jspecify.annotations.NullMarked;
