/**
 * Tests of the room {@code emit}.
 */
package org.tickstock.app.emit;
