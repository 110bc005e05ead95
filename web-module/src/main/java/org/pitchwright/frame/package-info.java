/**
 * The frame around all pages. Responsible for who looks (language, time zone, theme, permissions),
 * how values are written, navigation and search; a request enters, texts and links leave.
 */
@NullMarked
package org.pitchwright.frame;

import org.jspecify.annotations.NullMarked;
