/**
 * Pages about the catalogue. Responsible for leafing through items and changing one; a filter or a
 * form enters, items leave.
 */
@NullMarked
package org.pitchwright.catalog;

import org.jspecify.annotations.NullMarked;
