/**
 * Stage 6 of 6, the container's side. In: the event log. Out: frames to every connection, once a second.
 *
 * <p>Thread: EJB timers; the registry is changed by connections that come and go.
 * Start reading at {@code WebSocketPublisher}.
 */
package org.tickstock.app.emit;
