/**
 * The app floor: the container's side. CDI producers, EJB singletons and timers, JPA, configuration, health.
 */
package org.tickstock.app;
