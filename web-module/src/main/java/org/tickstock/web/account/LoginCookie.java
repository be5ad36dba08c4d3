package org.tickstock.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that carries a login session's token.
 */
public final class LoginCookie {

    /** Its name. */
    public static final String NAME = "TICKSTOCK_LOGIN";

    private LoginCookie() {
    }

    /** The token of a request, if it has one. */
    public static Optional<String> tokenOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** The token among raw {@code Cookie} headers, if it is there. */
    public static Optional<String> tokenOf(List<String> headers) {
        for (String header : headers) {
            for (String pair : header.split(";")) {
                String trimmed = pair.strip();
                if (trimmed.startsWith(NAME + '=') && trimmed.length() > NAME.length() + 1) {
                    return Optional.of(trimmed.substring(NAME.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** A {@code Set-Cookie} header that gives the browser this token. */
    public static String setHeader(String token, boolean secure) {
        return NAME + '=' + token + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    /** A {@code Set-Cookie} header that takes it away. */
    public static String clearHeader(boolean secure) {
        return setHeader("", secure) + "; Max-Age=0";
    }
}
