/**
 * Tests of the room {@code health}.
 */
package org.tickstock.app.health;
