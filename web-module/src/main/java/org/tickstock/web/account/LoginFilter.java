package org.tickstock.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.tickstock.app.account.LoginSessions;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.web.problem.ApiProblem;

/**
 * The door of {@code /api} and {@code /ws}: no foreign origin, no stranger, no more connections than there is room for.
 *
 * <p>For the WebSocket it answers before the upgrade, so that a refusal is an HTTP status.
 * <p>Thread: the server's request threads.
 */
@WebFilter(urlPatterns = {"/api/*", "/ws"}, asyncSupported = true)
public class LoginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String LOGIN = "/api/auth/login";
    private static final String SOCKET = "/ws";
    private static final int MAX_CONNECTIONS = 1_000;
    private static final int MAX_CONNECTIONS_PER_USER = 20;

    @Inject
    private transient LoginSessions logins;
    @Inject
    private transient SubscriberRegistry registry;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isSocket = path.equals(SOCKET);
        if (RequestOrigin.isForeign(request) && (isSocket || !SAFE.contains(request.getMethod()))) {
            refuse(response, ApiProblem.forbidden("Origin must be this server, was " + request.getHeader("Origin")));
            return;
        }
        if (path.equals(LOGIN)) {
            chain.doFilter(request, response);
            return;
        }
        ApiProblem problem = identify(request, isSocket);
        if (problem != null) {
            refuse(response, problem);
            return;
        }
        chain.doFilter(request, response);
    }

    private ApiProblem identify(HttpServletRequest request, boolean isSocket) {
        try {
            Optional<SignedIn> user = LoginCookie.tokenOf(request).flatMap(logins::find);
            if (user.isEmpty()) {
                return ApiProblem.unauthorized();
            }
            Caller.put(request, user.get());
            return isSocket ? room(user.get()) : null;
        } catch (DatabaseUnavailableException away) {
            return ApiProblem.unavailable(away.getMessage());
        }
    }

    private ApiProblem room(SignedIn user) {
        if (registry.all().size() >= MAX_CONNECTIONS) {
            return ApiProblem.unavailable("connections must be at most " + MAX_CONNECTIONS);
        }
        if (registry.connectionsOf(user.userId()) >= MAX_CONNECTIONS_PER_USER) {
            return ApiProblem.tooManyRequests(
                    "connections of one user must be at most " + MAX_CONNECTIONS_PER_USER);
        }
        return null;
    }

    private static void refuse(HttpServletResponse response, ApiProblem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(ApiProblem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(problem.toJson());
    }
}
