package org.tickstock.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import org.tickstock.web.problem.ApiProblem;

/**
 * What is said where no resource could say it, in place of the server's own page: a problem, like everywhere else.
 *
 * <p>{@code web.xml} names it for every error.
 */
@WebServlet(ErrorPageServlet.PATH)
public class ErrorPageServlet extends HttpServlet {

    static final String PATH = "/problem";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problemOf((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)).writeTo(response);
    }

    /** Asked for directly there is no status, and no such page. */
    static ApiProblem problemOf(Integer code, Throwable fault) {
        int status = code == null ? Status.NOT_FOUND.getStatusCode() : code;
        if (status == Status.INTERNAL_SERVER_ERROR.getStatusCode() && fault != null) {
            return ApiProblem.unexpected(fault);
        }
        Status known = Status.fromStatusCode(status);
        return new ApiProblem(status, known == null ? "Error" : known.getReasonPhrase(),
                status == Status.NOT_FOUND.getStatusCode() ? "no such page" : "the request could not be served", null);
    }
}
