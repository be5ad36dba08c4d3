package org.tickstock.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        HealthAnswer.write(readiness.checks(), response);
    }
}
