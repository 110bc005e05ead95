/** The door of the web application. Responsible for what every request passes: permission, limits, headers and tokens; requests enter, only permitted ones go on. */
@NullMarked
package org.pitchwright.security;

import org.jspecify.annotations.NullMarked;
