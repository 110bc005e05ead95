/**
 * How items belong together. Responsible for relations between items, for the tree of categories
 * and for what is never shown after what; findings of a job and decisions of people enter, each
 * with its evidence or its author, and a graph that serving can hold lists against leaves.
 */
@NullMarked
package org.pitchwright.recommendation.relations;

import org.jspecify.annotations.NullMarked;
