/**
 * The registry of trained models. Responsible for which version serves and how good each is;
 * artefacts with their measures enter, the champion and its files leave.
 */
@NullMarked
package org.pitchwright.model;

import org.jspecify.annotations.NullMarked;
