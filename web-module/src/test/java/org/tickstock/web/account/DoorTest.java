package org.tickstock.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.app.emit.WebSettings;

/** The decisions at the door, as plain functions. */
class DoorTest {

    private final AtomicLong nowNs = new AtomicLong(1_000);

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
        "http://host, host:80, false",
        "https://host:443, host, false",
        "https://host, host:80, true",
        "http://[::1], [::1]:80, false",
        "http://under_score:8080, under_score:8080, false",
        "http://host@elsewhere.example, host, true",
        "http://user@host:8080, host:8080, true",
        "not a uri, host:8080, true"})
    void tellsAForeignOrigin(String origin, String host, boolean foreign) {
        assertThat(RequestOrigin.isForeign(origin, new FrontDoor(host, false, "10.0.0.1"))).isEqualTo(foreign);
    }

    @Test
    void seesTheClientThroughTheNearestProxy() {
        FrontDoor direct = new FrontDoor("inside:9080", false, "10.0.0.1");

        assertThat(direct.behind(null, null, null)).isEqualTo(direct);
        assertThat(direct.behind("tickstock.example", "HTTPS", "forged, 203.0.113.9"))
                .isEqualTo(new FrontDoor("tickstock.example", true, "203.0.113.9"));
    }

    @Test
    void slowsDownGuessingForOneEmailAndForOneAddress() {
        LoginAttempts attempts = new LoginAttempts(nowNs::get, new WebSettings(1, 1, 2, false));

        assertThat(Stream.of(1, 2, 3).map(attempt -> attempts.allow("a", "x@y.z"))).containsExactly(true, true, false);
        assertThat(attempts.allow("b", "x@y.z")).isTrue();
        for (int i = 4; i <= 20; i++) {
            assertThat(attempts.allow("a", i + "@y.z")).isTrue();
        }
        assertThat(attempts.allow("a", "21@y.z")).isFalse();

        nowNs.addAndGet(60_000_000_000L);
        assertThat(attempts.allow("a", "x@y.z")).isTrue();
    }

    @Test
    void doesNotHoldASuccessAgainstTheAddress() {
        LoginAttempts attempts = new LoginAttempts(nowNs::get, new WebSettings(1, 1, 1, false));

        for (int i = 0; i < 100; i++) {
            assertThat(attempts.allow("a", "x@y.z")).isTrue();
            attempts.succeeded("a", "x@y.z");
        }
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
}
