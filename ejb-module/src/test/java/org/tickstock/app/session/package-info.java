/**
 * Tests of the room {@code session}.
 */
package org.tickstock.app.session;
