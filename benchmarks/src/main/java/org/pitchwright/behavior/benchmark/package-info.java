/**
 * Responsible for how fast events come in. What enters is a running server and a file of events,
 * what leaves are rows in a second through the product's import, beside those of PostgreSQL's own
 * COPY.
 */
@NullMarked
package org.pitchwright.behavior.benchmark;

import org.jspecify.annotations.NullMarked;
