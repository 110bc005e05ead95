/** Jobs, imports and the API as a whole. Responsible for the REST application, health and metrics; operators' requests enter, the state of jobs and server leaves. */
@NullMarked
package org.pitchwright.operations;

import org.jspecify.annotations.NullMarked;
