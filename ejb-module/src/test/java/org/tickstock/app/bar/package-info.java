/**
 * Tests of minute bars in the database.
 */
package org.tickstock.app.bar;
