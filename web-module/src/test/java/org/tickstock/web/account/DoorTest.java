package org.tickstock.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of the filters, as plain functions. */
class DoorTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "none, host:8080, false",
        "http://host:8080, host:8080, false",
        "HTTP://HOST:8080, host:8080, false",
        "http://host:8081, host:8080, true",
        "http://elsewhere.example, host:8080, true",
        "http://host:8080.elsewhere.example, host:8080, true",
        "null, host:8080, true",
        "http://host:8080, none, true",
        "not a uri, host:8080, true"})
    void tellsAForeignOrigin(String origin, String host, boolean foreign) {
        assertThat(RequestOrigin.isForeign(origin, host)).isEqualTo(foreign);
    }

    @Test
    void findsTheTokenAmongOtherCookies() {
        assertThat(LoginCookie.tokenOf(List.of("a=b; TICKSTOCK_LOGIN=secret-1; c=d"))).contains("secret-1");
        assertThat(LoginCookie.tokenOf(List.of("a=b", "TICKSTOCK_LOGIN=secret-2"))).contains("secret-2");
        assertThat(LoginCookie.tokenOf(List.of("NOT_TICKSTOCK_LOGIN=x; TICKSTOCK_LOGIN="))).isEmpty();
        assertThat(LoginCookie.tokenOf(List.of())).isEmpty();
    }

    @Test
    void keepsTheCookieFromScriptsAndFromOtherSites() {
        assertThat(LoginCookie.setHeader("t", false)).isEqualTo("TICKSTOCK_LOGIN=t; Path=/; HttpOnly; SameSite=Lax");
        assertThat(LoginCookie.setHeader("t", true)).endsWith("; Secure");
        assertThat(LoginCookie.clearHeader(false)).endsWith("; Max-Age=0");
    }

    @Test
    void allowsTheInlineImportMapByItsHashAndNoOtherInlineScript() {
        String policy = ContentSecurityPolicy.of("<script type=\"importmap\">{}</script><script>alert(1)</script>");

        // SHA-256 of {}, as browsers compute it
        assertThat(policy).contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({"/api/me, no-store", "/lib/lit/3.3.3/index.js, 'public, max-age=31536000, immutable'",
        "/app/main.js, no-store", "/, no-store"})
    void saysWhatABrowserMayKeep(String path, String cacheControl) {
        assertThat(SecurityHeadersFilter.cacheControl(path)).isEqualTo(cacheControl);
    }
}
