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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.tickstock.app.account.AuthenticationService;
import org.tickstock.app.account.LoginSessions;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.web.account.FrontDoor;
import org.tickstock.web.account.LoginAttempts;
import org.tickstock.web.account.LoginCookie;
import org.tickstock.web.emit.OpenSockets;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Signs in and out.
 */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    @Inject
    private AuthenticationService authentication;
    @Inject
    private LoginSessions logins;
    @Inject
    private LoginAttempts attempts;
    @Inject
    private OpenSockets sockets;
    @Inject
    private WebSettings settings;
    @Context
    private HttpServletRequest request;

    /** 200 and a cookie, or 401. */
    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response login(InputStream entity) {
        JsonBody body = JsonBody.read(entity);
        String email = body.string("email").strip().toLowerCase(Locale.ROOT);
        FrontDoor door = FrontDoor.of(request, settings.trustForwarded());
        String address = door.clientAddress();
        if (!attempts.allow(address, email)) {
            throw new RefusedException(ApiProblem.tooManyRequests("too many attempts to sign in, wait a minute"));
        }
        Optional<SignedIn> user = authentication.signIn(email, body.string("password"));
        if (user.isEmpty()) {
            throw new RefusedException(
                    new ApiProblem(401, "Unauthorized", "e-mail and password do not fit", null));
        }
        attempts.succeeded(address, email);
        String token = logins.open(user.get().userId(), address, request.getHeader("User-Agent"));
        return Response.ok(MeResource.json(user.get()).build())
                .header("Set-Cookie", LoginCookie.setHeader(token, door.secure()))
                .build();
    }

    /** Ends the login session and its sockets. */
    @POST
    @Path("logout")
    public Response logout() {
        LoginCookie.tokenOf(request).ifPresent(token -> {
            logins.end(token);
            sockets.closeAllOf(token);
        });
        boolean secure = FrontDoor.of(request, settings.trustForwarded()).secure();
        return Response.noContent().header("Set-Cookie", LoginCookie.clearHeader(secure)).build();
    }
}
