package org.tickstock.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells browsers what our pages may do, and what they may keep.
 *
 * <p>Scripts come from this server alone; the one inline block, the import map, is allowed by its hash, which is taken
 * from the page that is really served.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private String contentSecurityPolicy;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        try (InputStream page = config.getServletContext().getResourceAsStream("/index.html")) {
            String html = page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
            contentSecurityPolicy = ContentSecurityPolicy.of(html);
        } catch (IOException unreadable) {
            throw new ServletException("index.html must be readable", unreadable);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", contentSecurityPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", cacheControl(RequestPath.of(request)));
        chain.doFilter(request, response);
    }

    /**
     * Library paths carry their version and never change. Nothing else may be kept: builds are reproducible, so all our
     * files bear one date for ever, and a browser that asked whether that date changed would keep an old page.
     */
    static String cacheControl(String path) {
        return path.startsWith("/lib/") ? "public, max-age=31536000, immutable" : "no-store";
    }
}
