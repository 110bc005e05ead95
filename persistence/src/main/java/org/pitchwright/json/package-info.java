/**
 * JSON in columns and messages. Responsible for one way to read and write JSON everywhere; Java
 * values enter, JSON text leaves, and the reverse.
 */
@NullMarked
package org.pitchwright.json;

import org.jspecify.annotations.NullMarked;
