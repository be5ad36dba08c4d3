/**
 * Tests of clocks and back-off.
 */
package org.tickstock.engine.time;
