package org.tickstock.web.account;

import java.util.Locale;
import java.util.Map;

/**
 * Whether a request comes from one of our own pages. Browsers send {@code Origin} with every change and every upgrade.
 */
final class RequestOrigin {

    private static final String AFTER_SCHEME = "://";
    private static final Map<String, String> DEFAULT_PORTS = Map.of("http", ":80", "https", ":443");

    private RequestOrigin() {
    }

    /**
     * Whether the request names an origin, and it is not this server. A client that is no browser sends no origin;
     * what it can do, its cookie decides.
     */
    static boolean isForeign(String origin, FrontDoor door) {
        if (origin == null) {
            return false;
        }
        String lower = origin.toLowerCase(Locale.ROOT);
        int end = lower.indexOf(AFTER_SCHEME);
        if (end < 0 || door.host() == null) {
            return true;
        }
        String scheme = lower.substring(0, end);
        String from = lower.substring(end + AFTER_SCHEME.length());
        return !withPort(from, scheme).equals(withPort(door.host().toLowerCase(Locale.ROOT), scheme));
    }

    /** Browsers leave the scheme's own port out, proxies may not. */
    private static String withPort(String authority, String scheme) {
        // The colons of an IPv6 address stand in brackets.
        boolean hasPort = authority.indexOf(':', authority.lastIndexOf(']') + 1) >= 0;
        return hasPort ? authority : authority + DEFAULT_PORTS.getOrDefault(scheme, "");
    }
}
