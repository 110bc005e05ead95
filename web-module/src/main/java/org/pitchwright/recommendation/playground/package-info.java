/**
 * Pages and resources that try models out. Responsible for showing what a version recommends after
 * a made-up history and why; histories enter, lists with the parts of their scores leave, and
 * nothing counts as served.
 */
@NullMarked
package org.pitchwright.recommendation.playground;

import org.jspecify.annotations.NullMarked;
