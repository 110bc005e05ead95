/**
 * The verdict on events. Responsible for telling what training may learn from: each rule is a class
 * of its own, each refusal keeps its reason; raw events enter, cleansed events and rejections
 * leave.
 */
@NullMarked
package org.pitchwright.behavior.cleansing;

import org.jspecify.annotations.NullMarked;
