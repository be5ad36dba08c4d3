/**
 * The synthetic tape that every measurement of detection runs on.
 */
package org.tickstock.bench.tape;
