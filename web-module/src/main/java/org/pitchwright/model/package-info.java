/**
 * Pages about trained models. Responsible for comparing versions and choosing the one that serves;
 * a decision with its reason enters, versions leave.
 */
@NullMarked
package org.pitchwright.model;

import org.jspecify.annotations.NullMarked;
