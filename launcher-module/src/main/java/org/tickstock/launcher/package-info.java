/**
 * Starts embedded PostgreSQL and the server with the EAR: what {@code ./mvnw -Prun} calls.
 */
package org.tickstock.launcher;
