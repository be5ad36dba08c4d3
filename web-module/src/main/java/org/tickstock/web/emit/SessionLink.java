package org.tickstock.web.emit;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * The server's session as a connection uses it: its faults become outcomes.
 *
 * <p>Thread: any; {@link #ping} and {@link #close} may block.
 *
 * @param session the server's
 */
record SessionLink(Session session) {

    private static final Logger LOG = System.getLogger(SessionLink.class.getName());

    String id() {
        return session.getId();
    }

    /** Sends a text frame; told whether it went out once that is known, on any thread. */
    void send(String frame, Consumer<Boolean> outcome) {
        try {
            session.getAsyncRemote().sendText(frame, result -> outcome.accept(result.isOK()));
        } catch (RuntimeException refused) {
            LOG.log(Level.DEBUG, "frame refused id=" + id(), refused);
            outcome.accept(false);
        }
    }

    /** Sends a ping; whether it went out. */
    boolean ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            return true;
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.DEBUG, "ping refused id=" + id(), broken);
            return false;
        }
    }

    /** Closes the session, if it is not broken already. */
    void close(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | IllegalStateException broken) {
            LOG.log(Level.DEBUG, "connection was broken already id={0}", id());
        }
    }
}
