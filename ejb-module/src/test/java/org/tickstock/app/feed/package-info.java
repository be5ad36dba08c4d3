/**
 * Tests of the room {@code feed}.
 */
package org.tickstock.app.feed;
