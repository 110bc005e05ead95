/**
 * Responsible for the application server: Payara Micro as a child process of the launcher, and an
 * installation of Payara Server for those who run one. What enters are the application, the address
 * of the database and the settings; what leaves is a server that answers, its log, and the reason
 * when it does not come up.
 */
@NullMarked
package org.pitchwright.operations.payara;

import org.jspecify.annotations.NullMarked;
