/**
 * Stage 6 of 6, the container's side. In: the event log. Out: frames to every connection, once a second;
 * the gauges of what it watches, every ten seconds; what changed of the universe it follows, each second in between.
 *
 * <p>Thread: EJB timers; the registry is changed by connections that come and go.
 * Start reading at {@code WebSocketPublisher}.
 */
package org.tickstock.app.emit;
