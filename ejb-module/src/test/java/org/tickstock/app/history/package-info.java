/**
 * Tests of imports and of what is read from them.
 */
package org.tickstock.app.history;
