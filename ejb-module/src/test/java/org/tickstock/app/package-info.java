/**
 * Tests of the app floor, and what they share.
 */
package org.tickstock.app;
