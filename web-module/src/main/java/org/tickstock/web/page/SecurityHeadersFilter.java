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
 * <p>Scripts come from this server alone; the inline blocks, the pages' import maps, are allowed by their hashes,
 * which are taken from the pages that are really served.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private String contentSecurityPolicy;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        contentSecurityPolicy = ContentSecurityPolicy.of(
                text(config, "/index.html") + text(config, "/market/index.html"));
    }

    private static String text(FilterConfig config, String path) throws ServletException {
        try (InputStream page = config.getServletContext().getResourceAsStream(path)) {
            return page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ServletException(path + " must be readable", unreadable);
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
