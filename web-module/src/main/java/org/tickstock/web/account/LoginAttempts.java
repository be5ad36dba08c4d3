package org.tickstock.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.engine.time.EpochClock;

/**
 * Slows down guessing: so many attempts a minute for one e-mail from one address, and ten times as many failures from
 * one address in all.
 *
 * <p>Accounts are locked by the database's own count; this keeps strangers from making us hash without end.
 * <p>Thread: any. It remembers a bounded number of windows, the least recently used leave.
 */
@ApplicationScoped
public class LoginAttempts {

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int REMEMBERED = 10_000;
    private static final int ADDRESS_FACTOR = 10;

    private record Key(String address, String email) {
    }

    private record Window(long startNs, int attempts) {
    }

    @Inject
    private EpochClock clock;
    @Inject
    private WebSettings settings;

    // guarded by this
    private final Map<Key, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** For CDI. */
    public LoginAttempts() {
    }

    LoginAttempts(EpochClock clock, WebSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** Counts an attempt; false when it is one too many. */
    public synchronized boolean allow(String address, String email) {
        int perPair = settings.loginAttemptsPerMinute();
        return count(new Key(address, null)) <= perPair * ADDRESS_FACTOR && count(new Key(address, email)) <= perPair;
    }

    /** A success was none of the failures that are counted. */
    public synchronized void succeeded(String address, String email) {
        windows.remove(new Key(address, email));
        windows.computeIfPresent(new Key(address, null),
                (key, window) -> new Window(window.startNs(), Math.max(0, window.attempts() - 1)));
    }

    private int count(Key key) {
        long now = clock.nowNs();
        Window window = windows.get(key);
        if (window == null || now - window.startNs() >= MINUTE_NS) {
            window = new Window(now, 0);
        }
        Window counted = new Window(window.startNs(), window.attempts() + 1);
        windows.put(key, counted);
        return counted.attempts();
    }
}
