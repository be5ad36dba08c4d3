/**
 * Tests of tracing as an administrator sees it.
 */
package org.tickstock.app.trace;
