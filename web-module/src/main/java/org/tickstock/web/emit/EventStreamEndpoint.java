package org.tickstock.web.emit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.tickstock.app.account.LoginSessions;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.emit.Departure;
import org.tickstock.app.emit.StatusFrames;
import org.tickstock.app.universe.UniverseService;

/**
 * The WebSocket at {@code /ws}: only adapts; the emission timer does the sending.
 *
 * <p>Thread: the server's, one at a time for each connection.
 */
@Dependent
@ServerEndpoint(value = "/ws", configurator = HandshakeUser.class)
public class EventStreamEndpoint {

    private static final Logger LOG = System.getLogger(EventStreamEndpoint.class.getName());
    private static final int MAX_FRAME = 16 * 1_024;

    @Inject
    private LoginSessions logins;
    @Inject
    private UniverseService universes;
    @Inject
    private OpenSockets sockets;
    @Inject
    private ClientFrames clientFrames;
    @Inject
    private StatusFrames frames;

    /** Registers the connection of a signed-in user. */
    @OnOpen
    public void onOpen(Session session) throws IOException {
        session.setMaxIdleTimeout(0);
        // Some servers heed these, others the sizes at the methods below.
        session.setMaxTextMessageBufferSize(MAX_FRAME);
        session.setMaxBinaryMessageBufferSize(MAX_FRAME);
        try {
            String token = (String) session.getUserProperties().get(HandshakeUser.TOKEN);
            Optional<SignedIn> user = token == null ? Optional.empty() : logins.find(token);
            if (user.isEmpty()) {
                session.close(new CloseReason(WebSocketSubscriber.SIGNED_OUT, "sign in first"));
                return;
            }
            sockets.open(session, new Login(user.get(), token), universes.selectionOf(user.get().userId()))
                    .sendControl(frames.statusUpdate());
        } catch (DatabaseUnavailableException away) {
            session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "the database is away"));
        } catch (RuntimeException fault) {
            // Not every server closes what could not be opened; a client would wait for events for ever.
            LOG.log(Level.WARNING, "connection not opened id=" + session.getId(), fault);
            session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "not opened, see the log"));
        }
    }

    /** Answers a frame of the client. */
    @OnMessage(maxMessageSize = MAX_FRAME)
    public void onText(Session session, String text) {
        sockets.find(session.getId()).ifPresent(subscriber -> {
            subscriber.heard();
            if (text.length() > MAX_FRAME) {
                // It came before the limit was set; every later one the server refuses itself.
                subscriber.closeWith(CloseReason.CloseCodes.TOO_BIG, "frames must be at most " + MAX_FRAME + " bytes");
            } else {
                clientFrames.handle(subscriber, text);
            }
        });
    }

    /** The client answers a ping: it is there. */
    @OnMessage
    public void onPong(Session session, PongMessage pong) {
        sockets.find(session.getId()).ifPresent(WebSocketSubscriber::heard);
    }

    /** Everything on this wire is text. */
    @OnMessage(maxMessageSize = MAX_FRAME)
    public void onBinary(Session session, byte[] bytes) {
        sockets.find(session.getId()).ifPresent(subscriber ->
                subscriber.closeWith(CloseReason.CloseCodes.CANNOT_ACCEPT, "frames must be text"));
    }

    /** Forgets the connection. */
    @OnClose
    public void onClose(Session session, CloseReason reason) {
        Departure why = new Departure(reason.getCloseCode().getCode(), reason.getReasonPhrase());
        sockets.find(session.getId()).ifPresent(subscriber -> subscriber.closed(why));
    }

    /** A connection that breaks is closed by the server; that it broke is no news. */
    @OnError
    public void onError(Session session, Throwable fault) {
        LOG.log(Level.DEBUG, "connection broke id=" + (session == null ? "none" : session.getId()), fault);
    }
}
