package org.tickstock.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickstock.engine.time.EpochClock;

/**
 * Slows down guessing: so many attempts a minute for one address and e-mail.
 *
 * <p>Accounts are locked by the database's own count; this keeps strangers from making us hash without end.
 * <p>Thread: any. It remembers a bounded number of pairs, the least recently used leave.
 */
@ApplicationScoped
public class LoginAttempts {

    private static final int PER_MINUTE = 10;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int REMEMBERED = 10_000;

    private record Window(long startNs, int attempts) {
    }

    @Inject
    private EpochClock clock;

    // guarded by this
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts an attempt; false when it is one too many. */
    public synchronized boolean allow(String address, String email) {
        long now = clock.nowNs();
        Window window = windows.get(address + ' ' + email);
        if (window == null || now - window.startNs() >= MINUTE_NS) {
            window = new Window(now, 0);
        }
        windows.put(address + ' ' + email, new Window(window.startNs(), window.attempts() + 1));
        return window.attempts() < PER_MINUTE;
    }

    /** A success wipes the slate. */
    public synchronized void forget(String address, String email) {
        windows.remove(address + ' ' + email);
    }
}
