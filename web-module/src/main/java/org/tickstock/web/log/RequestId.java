package org.tickstock.web.log;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of the request that a thread is at work on; the caller's own where that can be logged as it is.
 *
 * <p>Thread: belongs to the one that began it, which ends it.
 */
public final class RequestId implements AutoCloseable {

    /** Carries it in both directions. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ThreadLocal<RequestId> CURRENT = new ThreadLocal<>();

    private final String value;
    private final RequestId outer;

    private RequestId(String value, RequestId outer) {
        this.value = value;
        this.outer = outer;
    }

    /** Begins a request; one inside another, as an error page is, keeps the id of the first. */
    static RequestId begin(String proposed) {
        RequestId outer = CURRENT.get();
        RequestId begun = new RequestId(outer != null ? outer.value : valueOf(proposed), outer);
        CURRENT.set(begun);
        return begun;
    }

    /** The id of this thread's request, or a new one where it has none. */
    public static String current() {
        RequestId current = CURRENT.get();
        return current == null ? fresh() : current.value;
    }

    String value() {
        return value;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    private static String valueOf(String proposed) {
        return proposed != null && PLAIN.matcher(proposed).matches() ? proposed : fresh();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
