package org.tickstock.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the policy for a page: everything from this server, and the page's inline import map by its hash.
 */
final class ContentSecurityPolicy {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script\\s+type=\"importmap\"[^>]*>(.*?)</script>", Pattern.DOTALL);

    private ContentSecurityPolicy() {
    }

    static String of(String html) {
        StringBuilder scripts = new StringBuilder("script-src 'self'");
        Matcher map = IMPORT_MAP.matcher(html);
        while (map.find()) {
            scripts.append(" 'sha256-").append(sha256(map.group(1))).append('\'');
        }
        return "default-src 'self'; " + scripts + "; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("SHA-256 must be present in every JDK", absent);
        }
    }
}
