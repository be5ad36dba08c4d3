/**
 * Tests of the calendar and the reference data.
 */
package org.tickstock.engine.market;
