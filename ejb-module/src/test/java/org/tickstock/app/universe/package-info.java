/**
 * Tests of the room {@code universe}.
 */
package org.tickstock.app.universe;
