package org.tickstock.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.util.UUID;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.universe.UnknownUniverseException;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * The one place where an exception becomes an answer.
 *
 * <p>Errors: what nobody foresaw is logged with an id, and the caller is told the id and nothing else.
 */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        ApiProblem problem = problemOf(thrown);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ApiProblem.MEDIA_TYPE)
                .entity(problem.toJson());
        if (problem.status() == 429) {
            answer.header("Retry-After", "60");
        }
        return answer.build();
    }

    private static ApiProblem problemOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.problem();
            }
            if (cause instanceof UnknownUniverseException unknown) {
                return ApiProblem.badRequest("universes", unknown.getMessage());
            }
            if (cause instanceof DatabaseUnavailableException away) {
                return ApiProblem.unavailable(away.getMessage());
            }
            if (cause instanceof WebApplicationException known) {
                Response.StatusType status = known.getResponse().getStatusInfo();
                return new ApiProblem(status.getStatusCode(), status.getReasonPhrase(),
                        "the request must fit a resource of docs/wire-protocol.md", null);
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "request failed id=" + id, thrown);
        return new ApiProblem(500, "Internal Server Error", "the server's log has the reason under id " + id, null);
    }
}
