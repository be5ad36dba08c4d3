package org.tickstock.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.tickstock.app.account.SignedIn;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Who makes a request: put there by {@link LoginFilter}, read by resources.
 */
public final class Caller {

    private static final String ATTRIBUTE = Caller.class.getName();

    private Caller() {
    }

    static void put(HttpServletRequest request, SignedIn user) {
        request.setAttribute(ATTRIBUTE, user);
    }

    /** The signed-in user; behind the filter there always is one. */
    public static SignedIn of(HttpServletRequest request) {
        SignedIn user = (SignedIn) request.getAttribute(ATTRIBUTE);
        if (user == null) {
            throw new IllegalStateException("a caller must be signed in for " + request.getRequestURI());
        }
        return user;
    }

    /** The signed-in user, who must be an administrator. */
    public static SignedIn requireAdministrator(HttpServletRequest request) {
        SignedIn user = of(request);
        if (!user.isAdministrator()) {
            throw new RefusedException(ApiProblem.forbidden("role must be admin, was " + user.role()));
        }
        return user;
    }
}
