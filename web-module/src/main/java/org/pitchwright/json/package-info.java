/**
 * JSON bodies of the API. Responsible for reading them strictly and saying where one is wrong;
 * bytes enter, typed values leave, and the reverse.
 */
@NullMarked
package org.pitchwright.json;

import org.jspecify.annotations.NullMarked;
