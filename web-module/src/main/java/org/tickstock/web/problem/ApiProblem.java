package org.tickstock.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

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

    /** Too often. */
    public static ApiProblem tooManyRequests(String detail) {
        return new ApiProblem(429, "Too Many Requests", detail, null);
    }

    /** Something the answer needs is away. */
    public static ApiProblem unavailable(String detail) {
        return new ApiProblem(503, "Service Unavailable", detail, null);
    }

    /** The problem as JSON. */
    public String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (field != null) {
            json.add("field", field);
        }
        return json.build().toString();
    }
}
