/**
 * Probes that the application answers itself.
 */
package org.tickstock.web.health;
