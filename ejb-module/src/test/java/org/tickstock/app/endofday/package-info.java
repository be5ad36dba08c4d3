/**
 * Tests of the end of a day.
 */
package org.tickstock.app.endofday;
