package org.tickstock.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.web.problem.ApiProblem;

/** What is said about a page, and in place of one, as plain functions. */
class PageTest {

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

    @Test
    void saysWhatIsWrongInPlaceOfTheServersOwnPage() {
        assertThat(ErrorPageServlet.problemOf(null, null))
                .isEqualTo(new ApiProblem(404, "Not Found", "no such page", null));
        assertThat(ErrorPageServlet.problemOf(405, null).title()).isEqualTo("Method Not Allowed");
        assertThat(ErrorPageServlet.problemOf(599, null).status()).isEqualTo(599);
    }

    @Test
    void keepsTheReasonOfAFaultToTheLog() {
        ApiProblem problem = ErrorPageServlet.problemOf(500, new IllegalStateException("secret"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toJson()).doesNotContain("secret").contains("under id");
    }
}
