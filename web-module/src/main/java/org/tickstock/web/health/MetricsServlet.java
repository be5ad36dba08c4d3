package org.tickstock.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickstock.app.metrics.Metrics;
import org.tickstock.app.metrics.PrometheusText;

/**
 * {@code /metrics}, on servers that do not answer it on the application's port themselves.
 *
 * <p>Where a server does, its own application of that name stands before this one and shows the same figures.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Metrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(PrometheusText.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(PrometheusText.of(metrics.all()));
    }
}
