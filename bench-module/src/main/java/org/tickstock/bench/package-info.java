/**
 * Benchmarks; never packaged.
 */
package org.tickstock.bench;
