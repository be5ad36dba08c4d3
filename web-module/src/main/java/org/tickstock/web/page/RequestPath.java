package org.tickstock.web.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request below the application, decoded as the server decoded it to find who answers.
 */
public final class RequestPath {

    private RequestPath() {
    }

    /** The path, such as {@code /api/me}. */
    public static String of(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.isEmpty() ? "/" : path;
    }
}
