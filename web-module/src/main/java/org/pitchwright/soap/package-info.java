/**
 * The SOAP interface for CRM systems. Responsible for who sends a message, for its form and for
 * refusals as faults; messages enter, calls of the capabilities leave.
 */
@NullMarked
package org.pitchwright.soap;

import org.jspecify.annotations.NullMarked;
