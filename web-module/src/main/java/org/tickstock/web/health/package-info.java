/**
 * Probes and figures that the application answers itself: {@code /ready} always, the others where the server does not.
 */
package org.tickstock.web.health;
