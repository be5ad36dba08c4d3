package org.tickstock.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.tickstock.app.account.LoginSessions;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.web.page.RequestPath;
import org.tickstock.web.problem.ApiProblem;

/**
 * The door of {@code /api} and {@code /ws}: no foreign origin, no stranger, no more connections than there is room for.
 *
 * <p>For the WebSocket it answers before the upgrade, so that a refusal is an HTTP status. It decides by the decoded
 * path, as the server does when it looks an endpoint up: {@code /%77s} and {@code /ws/} are the WebSocket too.
 * <p>Thread: the server's request threads.
 */
@WebFilter(urlPatterns = {"/api/*", "/ws", "/ws/*"}, asyncSupported = true)
public class LoginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String LOGIN = "/api/auth/login";
    private static final String API = "/api";

    @Inject
    private transient LoginSessions logins;
    @Inject
    private transient SubscriberRegistry registry;
    @Inject
    private transient WebSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        boolean isApi = path.equals(API) || path.startsWith(API + '/');
        String origin = request.getHeader("Origin");
        if (!(isApi && SAFE.contains(request.getMethod()))
                && RequestOrigin.isForeign(origin, FrontDoor.of(request, settings.trustForwarded()))) {
            ApiProblem.forbidden("Origin must be this server, was " + origin).writeTo(response);
            return;
        }
        // Only the plain spelling is exempt: what resources make of another one is not for this filter to know.
        boolean isLogin = request.getRequestURI().equals(request.getContextPath() + LOGIN);
        ApiProblem problem = isLogin ? null : identify(request, !isApi);
        if (problem != null) {
            problem.writeTo(response);
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
        if (registry.all().size() >= settings.maxConnections()) {
            return ApiProblem.unavailable("connections must be at most " + settings.maxConnections());
        }
        if (registry.connectionsOf(user.userId()) >= settings.maxConnectionsPerUser()) {
            return ApiProblem.tooManyRequests(
                    "connections of one user must be at most " + settings.maxConnectionsPerUser());
        }
        return null;
    }
}
