package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.tickstock.app.account.PasswordRefusal;
import org.tickstock.app.account.PasswordService;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.web.account.Caller;
import org.tickstock.web.account.FrontDoor;
import org.tickstock.web.account.LoginAttempts;
import org.tickstock.web.account.LoginCookie;
import org.tickstock.web.emit.OpenSockets;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * The caller's own password.
 */
@Path("me/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

    @Inject
    private PasswordService passwords;
    @Inject
    private LoginAttempts attempts;
    @Inject
    private OpenSockets sockets;
    @Inject
    private WebSettings settings;
    @Context
    private HttpServletRequest request;

    /** Changes it and ends the caller's other logins with their sockets: 204, or a problem with the field at fault. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(InputStream entity) {
        JsonBody body = JsonBody.read(entity);
        String current = body.string("current");
        String next = body.string("new");
        SignedIn user = Caller.of(request);
        String address = FrontDoor.of(request, settings.trustForwarded()).clientAddress();
        if (!attempts.allow(address, user.email())) {
            throw new RefusedException(
                    ApiProblem.tooManyRequests("too many attempts to give a password, wait a minute"));
        }
        String token = LoginCookie.tokenOf(request).orElseThrow();
        passwords.change(user, token, current, next).ifPresent(refusal -> {
            throw new RefusedException(problem(refusal));
        });
        attempts.succeeded(address, user.email());
        sockets.closeOthersOf(user.userId(), token);
    }

    static ApiProblem problem(PasswordRefusal refusal) {
        return switch (refusal.input()) {
            case CURRENT -> new ApiProblem(403, "Forbidden", "current " + refusal.detail(), "current");
            case NEW -> ApiProblem.badRequest("new", "new " + refusal.detail());
        };
    }
}
