package org.tickstock.web.emit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.account.LoginSessions;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * The WebSockets of this server, by connection: found again when a message comes, closed when a login ends.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class OpenSockets {

    private static final Logger LOG = System.getLogger(OpenSockets.class.getName());

    private static final long STOP_MS = 2_000;

    private final Map<String, WebSocketSubscriber> byConnection = new ConcurrentHashMap<>();

    @Inject
    private SubscriberRegistry registry;
    @Inject
    private EpochClock clock;
    @Inject
    private EmissionLedger ledger;
    @Inject
    private LoginSessions logins;
    @Inject
    private WebSettings settings;
    @Resource
    private ManagedExecutorService executor;

    /** Serves a connection from now on; one that is too many, though the door let it in, is closed at once. */
    WebSocketSubscriber open(Session session, Login login, UniverseSelection selection) {
        WebSocketSubscriber subscriber = new WebSocketSubscriber(session, login, selection,
                new Surroundings(clock, ledger, executor, this::forget));
        byConnection.put(subscriber.connectionId(), subscriber);
        registry.add(subscriber);
        // Many handshakes at once may all have found room.
        if (registry.all().size() > settings.maxConnections()
                || registry.connectionsOf(subscriber.userId()) > settings.maxConnectionsPerUser()) {
            subscriber.closeWith(CloseReason.CloseCodes.TRY_AGAIN_LATER, "there are too many connections");
        }
        return subscriber;
    }

    Optional<WebSocketSubscriber> find(String connectionId) {
        return Optional.ofNullable(byConnection.get(connectionId));
    }

    /** Closes every connection that this login opened. */
    public void closeAllOf(String token) {
        byConnection.values().stream()
                .filter(subscriber -> subscriber.login().token().equals(token))
                .forEach(OpenSockets::signOut);
    }

    /** Closes every connection of a user but those that this login opened. */
    public void closeOthersOf(long userId, String token) {
        byConnection.values().stream()
                .filter(subscriber -> subscriber.userId() == userId && !subscriber.login().token().equals(token))
                .forEach(OpenSockets::signOut);
    }

    /** Closes the connections whose login is over by now; which they are, nobody knows while the database is away. */
    void closeThoseSignedOut() {
        try {
            for (WebSocketSubscriber subscriber : byConnection.values()) {
                if (logins.find(subscriber.login().token()).isEmpty()) {
                    signOut(subscriber);
                }
            }
        } catch (DatabaseUnavailableException away) {
            LOG.log(Level.DEBUG, "logins of open connections not checked, the database is away");
        }
    }

    /** Tells every client that the server goes, so that each comes back; waits 2 s for those that do not read. */
    void closeAll() {
        CompletableFuture<?>[] told = byConnection.values().stream()
                .map(subscriber -> subscriber.closeWith(CloseReason.CloseCodes.GOING_AWAY, "the server is stopping"))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(told).get(STOP_MS, TimeUnit.MILLISECONDS);
            LOG.log(Level.INFO, "connections closed, the server is stopping count={0}", told.length);
        } catch (ExecutionException | TimeoutException unheard) {
            LOG.log(Level.WARNING, "not every client took the close frame, the server is stopping", unheard);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(WebSocketSubscriber subscriber) {
        byConnection.remove(subscriber.connectionId());
        registry.remove(subscriber);
    }

    private static void signOut(WebSocketSubscriber subscriber) {
        subscriber.closeWith(WebSocketSubscriber.SIGNED_OUT, "signed out");
    }
}
