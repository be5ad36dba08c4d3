package org.tickstock.web.emit;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.time.EpochClock;

/**
 * What a connection needs of its server.
 *
 * @param clock the time
 * @param ledger where deliveries are counted
 * @param blocking runs what may block: closing, and the ping, for which Jakarta WebSocket knows no other way
 * @param leaving told once, when nothing is sent over the connection any more
 */
record Surroundings(
        EpochClock clock, EmissionLedger ledger, Executor blocking, Consumer<WebSocketSubscriber> leaving) {
}
