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
import org.tickstock.app.account.LoginSessions;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.web.problem.ApiProblem;

/**
 * The door of the operations page: administrators only. A stranger is led to where one signs in.
 *
 * <p>Thread: the server's request threads.
 */
@WebFilter(urlPatterns = "/admin/*", asyncSupported = true)
public class OperationsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient LoginSessions logins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<SignedIn> user;
        try {
            user = LoginCookie.tokenOf(request).flatMap(logins::find);
        } catch (DatabaseUnavailableException away) {
            ApiProblem.unavailable(away.getMessage()).writeTo(response);
            return;
        }
        if (user.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/");
        } else if (user.get().isAdministrator()) {
            chain.doFilter(request, response);
        } else {
            ApiProblem.forbidden("role must be admin, was " + user.get().role()).writeTo(response);
        }
    }
}
