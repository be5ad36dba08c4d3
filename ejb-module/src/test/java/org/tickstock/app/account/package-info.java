/**
 * Tests of the room {@code account}.
 */
package org.tickstock.app.account;
