package org.tickstock.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.tickstock.app.health.Check;
import org.tickstock.app.health.Liveness;
import org.tickstock.app.health.Readiness;

/**
 * {@code /health} and its parts, on servers that do not answer them on the application's port themselves.
 *
 * <p>Where a server does, its own application of that name stands before this one.
 */
@WebServlet({"/health", "/health/live", "/health/ready", "/health/started"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Readiness readiness;
    @Inject
    private transient Liveness liveness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthAnswer.write(checks(request.getServletPath()), response);
    }

    private List<Check> checks(String path) {
        return switch (path) {
            case "/health/live" -> liveness.checks();
            case "/health/ready" -> readiness.checks();
            // That this answers at all is the whole of it.
            case "/health/started" -> List.of();
            default -> Stream.concat(liveness.checks().stream(), readiness.checks().stream()).toList();
        };
    }
}
