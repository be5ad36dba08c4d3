package org.tickstock.app.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tickstock.app.account.LoginSessionRepository.Found;
import org.tickstock.app.database.NeedsDatabase;
import org.tickstock.engine.time.EpochClock;

/**
 * Opens, finds and ends login sessions; they outlive a restart.
 *
 * <p>A session that was found is believed for five seconds without asking the database again.
 * <p>Thread: any.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException} while the database is away.
 */
@ApplicationScoped
@NeedsDatabase
public class LoginSessions {

    private static final int TOKEN_BYTES = 32;
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(5);
    private static final int MAX_BELIEVED = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();

    @Inject
    private LoginSessionRepository sessions;
    @Inject
    private AccountSettings settings;
    @Inject
    private EpochClock clock;

    /** Opens a session and returns its token, which is kept nowhere else. */
    public String open(long userId, String ipAddress, String userAgent) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.open(hashOf(token), userId, new LoginSession.Origin(ipAddress, userAgent), now(),
            Duration.ofHours(settings.sessionHours()));
        return token;
    }

    /** Who holds this token; empty when nobody does any more. */
    public Optional<SignedIn> find(String token) {
        String hash = hashOf(token);
        Instant now = now();
        Believed recent = believed.get(hash);
        if (recent != null && now.isBefore(recent.until())) {
            return Optional.of(recent.user());
        }
        Optional<Found> found = sessions.find(hash, now);
        found.ifPresentOrElse(session -> believe(hash, session, now), () -> believed.remove(hash));
        return found.map(Found::user);
    }

    /** Ends the session of this token, if there is one. */
    public void end(String token) {
        String hash = hashOf(token);
        sessions.end(hash);
        believed.remove(hash);
    }

    /** Believes no session of a user any longer but that of this token: the others were ended. */
    public void doubtOthers(long userId, String keptToken) {
        String kept = hashOf(keptToken);
        believed.entrySet().removeIf(each -> each.getValue().user().userId() == userId && !each.getKey().equals(kept));
    }

    private void believe(String hash, Found session, Instant now) {
        if (believed.size() >= MAX_BELIEVED) {
            believed.clear();
        }
        Instant until = now.plus(BELIEVED_FOR);
        believed.put(hash, new Believed(session.user(),
            until.isBefore(session.expiresAt()) ? until : session.expiresAt()));
    }

    private Instant now() {
        return Instant.ofEpochSecond(0, clock.nowNs());
    }

    static String hashOf(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("SHA-256 must be present in every JDK", absent);
        }
    }

    private record Believed(SignedIn user, Instant until) {
    }
}
