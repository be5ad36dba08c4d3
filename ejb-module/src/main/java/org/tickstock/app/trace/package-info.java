/**
 * The tracer for people: what it holds as JSON, and who turns it on.
 *
 * <p>Thread: any. Start reading at {@link org.tickstock.app.trace.TraceReport}.
 */
package org.tickstock.app.trace;
