/** The page of the audit. Responsible for showing who did what; a search enters, acts leave. */
@NullMarked
package org.pitchwright.governance;

import org.jspecify.annotations.NullMarked;
