package org.tickstock.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * The one place where an exception of a resource becomes an answer.
 *
 * <p>Errors: what nobody foresaw is logged with an id, and the caller is told the id and nothing else.
 */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        ApiProblem problem = problemOf(thrown);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ApiProblem.MEDIA_TYPE)
                .entity(problem.toJson());
        problem.retryAfterS().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (thrown instanceof WebApplicationException known) {
            answer.header(HttpHeaders.ALLOW, known.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    private static ApiProblem problemOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.problem();
            }
            if (cause instanceof DatabaseUnavailableException away) {
                return ApiProblem.unavailable(away.getMessage());
            }
            if (cause instanceof WebApplicationException known) {
                return problemOf(known.getResponse());
            }
        }
        return ApiProblem.unexpected(thrown);
    }

    private static ApiProblem problemOf(Response refusal) {
        String detail = switch (refusal.getStatus()) {
            case 404 -> "no such resource";
            case 405 -> "the method must be one of " + refusal.getHeaderString(HttpHeaders.ALLOW);
            case 406 -> "answers are application/json, Accept must allow that";
            case 415 -> "Content-Type must be application/json";
            default -> "the request must fit a resource of docs/wire-protocol.md";
        };
        Response.StatusType status = refusal.getStatusInfo();
        return new ApiProblem(status.getStatusCode(), status.getReasonPhrase(), detail, null);
    }
}
