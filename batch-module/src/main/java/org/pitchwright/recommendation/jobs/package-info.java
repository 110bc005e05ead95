/**
 * The recommender's way from events to a model that serves. Responsible for training in a process
 * of its own and for letting only what is better take over; cleansed events and the catalogue
 * enter, registered versions with their measures leave.
 */
@NullMarked
package org.pitchwright.recommendation.jobs;

import org.jspecify.annotations.NullMarked;
