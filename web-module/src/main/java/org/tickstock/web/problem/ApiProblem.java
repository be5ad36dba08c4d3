package org.tickstock.web.problem;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.tickstock.web.log.RequestId;

/**
 * What every refusal on the wire looks like: problem details of RFC 9457, and the field at fault where there is one.
 *
 * @param status HTTP status
 * @param title the status in words
 * @param detail rule and value
 * @param field the offending input, or null
 */
public record ApiProblem(int status, String title, String detail, String field) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = System.getLogger(ApiProblem.class.getName());
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int WINDOW_S = 60;
    private static final int RECONNECT_S = 5;

    /** Nobody is signed in. */
    public static ApiProblem unauthorized() {
        return new ApiProblem(401, "Unauthorized", "sign in first: POST /api/auth/login", null);
    }

    /** Somebody is, but may not. */
    public static ApiProblem forbidden(String detail) {
        return new ApiProblem(403, "Forbidden", detail, null);
    }

    /** An input breaks a rule. */
    public static ApiProblem badRequest(String field, String detail) {
        return new ApiProblem(400, "Bad Request", detail, field);
    }

    /** An input names something that is not there. */
    public static ApiProblem notFound(String field, String detail) {
        return new ApiProblem(404, "Not Found", detail, field);
    }

    /** What is asked for does not go together with what is under way. */
    public static ApiProblem conflict(String detail) {
        return new ApiProblem(409, "Conflict", detail, null);
    }

    /** A body is larger than any this resource knows. */
    public static ApiProblem tooLarge(int bytes) {
        return new ApiProblem(413, "Content Too Large", "the body must be at most " + bytes + " bytes", "body");
    }

    /** Too often. */
    public static ApiProblem tooManyRequests(String detail) {
        return new ApiProblem(TOO_MANY_REQUESTS, "Too Many Requests", detail, null);
    }

    /** Something the answer needs is away. */
    public static ApiProblem unavailable(String detail) {
        return new ApiProblem(UNAVAILABLE, "Service Unavailable", detail, null);
    }

    /** What nobody foresaw: logged with an id, and the caller is told the id and nothing else. */
    public static ApiProblem unexpected(Throwable fault) {
        String id = RequestId.current();
        LOG.log(Level.ERROR, "request failed requestId=" + id, fault);
        return new ApiProblem(500, "Internal Server Error", "the server's log has the reason under id " + id, null);
    }

    /** Seconds after which trying again may help. */
    public OptionalInt retryAfterS() {
        return switch (status) {
            case TOO_MANY_REQUESTS -> OptionalInt.of(WINDOW_S);
            case UNAVAILABLE -> OptionalInt.of(RECONNECT_S);
            default -> OptionalInt.empty();
        };
    }

    /** The problem as JSON. */
    public String toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (field != null) {
            json.add("field", field);
        }
        return json.build().toString();
    }

    /** Answers a request with the problem. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        retryAfterS().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
        response.getWriter().write(toJson());
    }
}
