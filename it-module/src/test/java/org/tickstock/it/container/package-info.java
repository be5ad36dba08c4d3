/**
 * Tests that run inside the server: what the server gives the application, and the application's beans in their
 * container.
 */
package org.tickstock.it.container;
