/**
 * Responsible for the settings of an installation and for the order in which their sources win.
 * What enters are command options, system properties, environment variables and {@code
 * pitchwright.properties} files; what leaves are checked values, the layout of the data directory
 * and of the installation, and the environment that is handed to the server.
 */
@NullMarked
package org.pitchwright.operations.configuration;

import org.jspecify.annotations.NullMarked;
