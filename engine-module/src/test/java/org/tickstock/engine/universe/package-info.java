/**
 * Tests of the universes.
 */
package org.tickstock.engine.universe;
