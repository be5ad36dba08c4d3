/** Runs the cases of the folder {@code conformance} against the engine; start reading at {@code ConformanceTest}. */
package org.tickstock.engine.conformance;
