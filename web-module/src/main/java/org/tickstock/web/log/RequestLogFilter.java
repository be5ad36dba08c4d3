package org.tickstock.web.log;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tickstock.engine.time.EpochClock;

/**
 * Gives every request its id, tells the caller, and logs how the request ended where somebody wants to know.
 *
 * <p>The path stands there as it was sent, so that no character of it can end the line; what follows a {@code ?} and
 * what headers hold is never logged.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestLogFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(RequestLogFilter.class.getName());
    private static final long NS_PER_MS = 1_000_000;

    @Inject
    private transient EpochClock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long startNs = clock.nowNs();
        try (RequestId id = RequestId.begin(request.getHeader(RequestId.HEADER))) {
            response.setHeader(RequestId.HEADER, id.value());
            chain.doFilter(request, response);
            if (LOG.isLoggable(Level.DEBUG)) {
                LOG.log(Level.DEBUG, "request ended requestId=" + id.value() + " method=" + request.getMethod()
                        + " path=" + request.getRequestURI() + " status=" + response.getStatus()
                        + " tookMs=" + (clock.nowNs() - startNs) / NS_PER_MS);
            }
        }
    }
}
