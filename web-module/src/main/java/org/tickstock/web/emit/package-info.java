/**
 * Stage 6 of 6, the wire's side. In: text frames of the emission timer. Out: WebSocket messages.
 *
 * <p>Thread: the server's and the emission timer's; see {@code WebSocketSubscriber}.
 * Start reading at {@link org.tickstock.web.emit.EventStreamEndpoint}.
 */
package org.tickstock.web.emit;
