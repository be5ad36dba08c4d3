package org.tickstock.web.health;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickstock.app.health.Check;

/**
 * Writes checks as MicroProfile Health does: 200 and {@code UP} when all are up, else 503 and {@code DOWN}.
 *
 * <p>Thread: stateless.
 */
final class HealthAnswer {

    private HealthAnswer() {
    }

    static void write(List<Check> checks, HttpServletResponse response) throws IOException {
        boolean up = checks.stream().allMatch(Check::up);
        JsonArrayBuilder list = JSON.createArrayBuilder();
        checks.forEach(check -> list.add(JSON.createObjectBuilder()
                .add("name", check.name())
                .add("status", status(check.up()))
                .add("data", JSON.createObjectBuilder().add("detail", check.detail()))));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(JSON.createObjectBuilder()
                .add("status", status(up))
                .add("checks", list)
                .build().toString());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
