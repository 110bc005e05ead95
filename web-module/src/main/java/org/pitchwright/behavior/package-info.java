/** Events and bulk imports over REST. Responsible for judging each event of a body on its own; JSON and files enter, counts and refusals leave. */
@NullMarked
package org.pitchwright.behavior;

import org.jspecify.annotations.NullMarked;
