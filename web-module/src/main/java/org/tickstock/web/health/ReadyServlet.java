package org.tickstock.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickstock.app.health.Check;
import org.tickstock.app.health.Readiness;

/**
 * {@code /ready}: 200 when everything that users need works, else 503; the checks say what does not.
 */
@WebServlet("/ready")
public class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Check> checks = readiness.checks();
        boolean up = checks.stream().allMatch(Check::up);
        JsonArrayBuilder list = Json.createArrayBuilder();
        checks.forEach(check -> list.add(Json.createObjectBuilder()
                .add("name", check.name())
                .add("status", check.up() ? "UP" : "DOWN")
                .add("detail", check.detail())));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Json.createObjectBuilder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", list)
                .build().toString());
    }
}
