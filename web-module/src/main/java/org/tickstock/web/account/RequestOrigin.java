package org.tickstock.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;

/**
 * Tells a request of our own pages from one that another site made a browser send.
 */
final class RequestOrigin {

    private RequestOrigin() {
    }

    /** Whether the request names an origin, and it is not this server. */
    static boolean isForeign(HttpServletRequest request) {
        return isForeign(request.getHeader("Origin"), request.getHeader("Host"));
    }

    /** A client that is no browser sends no origin; what it can do, its cookie decides. */
    static boolean isForeign(String origin, String host) {
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null || host == null
                    || !authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
