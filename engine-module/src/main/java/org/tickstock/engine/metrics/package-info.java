/**
 * What is measured about the pipeline itself, in a form that any monitoring can read.
 */
package org.tickstock.engine.metrics;
