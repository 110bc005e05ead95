/**
 * What keeps the installation running. Responsible for bringing the database to the schema of this
 * release before anything else uses it; migrations enter, an up-to-date schema leaves.
 */
@NullMarked
package org.pitchwright.operations;

import org.jspecify.annotations.NullMarked;
