/**
 * From JMH's result files to the table in docs/benchmarks.
 */
package org.tickstock.bench.report;
