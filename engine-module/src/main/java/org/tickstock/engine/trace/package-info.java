/**
 * The story of single events: ten points on their way from a detector to a socket, for symbols that somebody chose.
 *
 * <p>Thread: every stage writes, anyone reads. Start reading at {@link org.tickstock.engine.trace.Tracer}.
 */
package org.tickstock.engine.trace;
