package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.launcher.TickStockServer;

/** The REST side of the wire, against the deployed EAR. */
@Tag(TestBed.EVERY_SERVER)
@ResourceLock(TestBed.SHARED_SERVER)
@ExtendWith(SharedServer.class)
class WireIT {

    @ParameterizedTest
    @ValueSource(strings = {"api/me", "api/universes", "api/me/universes", "api/events", "api/pipeline", "api/nothing",
        "api/symbols/AAPL/extremes", "api/bars?symbol=AAPL", "api/ticks/recent?symbol=AAPL", "api/admin/import",
        "api/admin/end-of-day", "%61pi/me", "api/auth/login/"})
    void letsNobodyInWithoutALogin(String path, TickStockServer server) {
        HttpResponse<String> answer = Http.get(server.address().resolve(path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownEmailAlike(TickStockServer server) {
        HttpResponse<String> wrong = Account.login(server.address(), Account.DEMO, "wrong");
        HttpResponse<String> unknown = Account.login(server.address(), "nobody@tickstock.local", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void tellsWhichFieldOfALoginIsMissing(TickStockServer server) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(server.address().resolve("api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"demo@tickstock.local\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Account.json(answer.body()).getString("field")).isEqualTo("password");
    }

    @Test
    void saysWhoIsSignedInAndWhatTheyWatch(TickStockServer server, TestBed bed) {
        JsonObject me = demo(server, bed).getJson("api/me");

        assertThat(me.getString("email")).isEqualTo(Account.DEMO);
        assertThat(me.getString("role")).isEqualTo("user");
        assertThat(me.getJsonObject("universes").getInt("symbol_count")).isPositive();
    }

    @Test
    void endsALogin(TickStockServer server, TestBed bed) {
        Account account = demo(server, bed);

        assertThat(account.post("api/auth/logout").statusCode()).isEqualTo(204);

        assertThat(account.get("api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void listsTheUniverses(TickStockServer server, TestBed bed) {
        JsonObject answer = demo(server, bed).getJson("api/universes");

        assertThat(answer.getJsonArray("universes").getValuesAs(JsonObject.class))
                .anySatisfy(universe -> {
                    assertThat(universe.getString("name")).isEqualTo("sp500");
                    assertThat(universe.getInt("symbol_count")).isGreaterThan(400);
                });
    }

    @Test
    void refusesAnUnknownUniverseAndChangesNothing(TickStockServer server, TestBed bed) {
        Account account = demo(server, bed);
        JsonObject before = account.getJson("api/me/universes");

        HttpResponse<String> answer = account.put("api/me/universes",
                "{\"market\":[\"sp500\"],\"highlow\":[\"everything\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("everything");
        assertThat(Account.json(answer.body()).getString("field")).isEqualTo("highlow");
        assertThat(account.getJson("api/me/universes")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"market\":\"sp500\",\"highlow\":[]}", "{\"market\":[1],\"highlow\":[]}"})
    void refusesABodyThatIsNoSelection(String body, TickStockServer server, TestBed bed) {
        assertThat(demo(server, bed).put("api/me/universes", body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyLargerThanAnySelection(TickStockServer server, TestBed bed) {
        assertThat(demo(server, bed).put("api/me/universes", " ".repeat(20_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void namesTheMethodsThatAResourceHas(TickStockServer server, TestBed bed) {
        HttpResponse<String> answer = demo(server, bed).put("api/universes", "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
        assertThat(Account.json(answer.body()).getString("detail")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=-1", "after=x"})
    void refusesAPageThatCannotBe(String query, TickStockServer server, TestBed bed) {
        HttpResponse<String> answer = demo(server, bed).get("api/events?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Account.json(answer.body()).getString("field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void refusesAChangeThatAnotherSiteMadeABrowserSend(TickStockServer server, TestBed bed) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(server.address().resolve("api/me/universes"))
                .header("Cookie", demo(server, bed).cookie())
                .header("Origin", "http://elsewhere.example")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"market\":[],\"highlow\":[]}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void answersAnUnknownResourceWithAProblem(TickStockServer server, TestBed bed) {
        HttpResponse<String> answer = demo(server, bed).get("api/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Account.json(answer.body()).getInt("status")).isEqualTo(404);
    }

    @Test
    void keepsTheLedgerBalancedUnderTheSyntheticMarket(TickStockServer server, TestBed bed) {
        JsonObject ledger = demo(server, bed).getJson("api/pipeline");

        assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
        assertThat(ledger.getJsonObject("feed").getString("provider")).isEqualTo("synthetic");
        assertThat(ledger.getJsonArray("stages")).hasSize(6);
    }

    @Test
    void saysThatItIsReadyAndServesThePage(TickStockServer server) {
        assertThat(Http.get(server.address().resolve("ready")).statusCode()).isEqualTo(200);

        HttpResponse<String> page = Http.get(server.address());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void answersWithExactlyTheFieldsOfTheDocumentedSamples(TickStockServer server, TestBed bed) {
        Account account = demo(server, bed);

        assertThat(WireSamples.fieldsOf(account.getJson("api/me")))
                .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("me")));
        assertThat(WireSamples.fieldsOf(account.getJson("api/universes")))
                .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("universes")));
        assertThat(WireSamples.fieldsOf(account.getJson("api/me/universes")))
                .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("me_universes")));
        assertThat(account.getJson("api/market/status").keySet())
                .isEqualTo(WireSamples.sample("market_status").keySet());
        assertThat(account.getJson("api/me/settings/nothing-kept").keySet())
                .isEqualTo(WireSamples.sample("setting").keySet());
        assertThat(WireSamples.fieldsOf(Account.json(account.get("api/events?limit=0").body())))
                .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("problem")));
        assertThat(account.getJson("api/events").keySet()).isEqualTo(WireSamples.sample("events").keySet());
        assertThat(account.getJson("api/pipeline").keySet()).isEqualTo(WireSamples.sample("pipeline").keySet());
        assertThat(account.getJson("api/pipeline").getJsonArray("stages").getJsonObject(0).keySet())
                .isEqualTo(WireSamples.sample("pipeline").getJsonArray("stages").getJsonObject(0).keySet());
    }

    @Test
    void keepsWhatAPersonArrangedForThemAlone(TickStockServer server, TestBed bed) {
        Account demo = demo(server, bed);
        Account admin = Account.signIn(server.address(), bed.dataFolder("shared"), Account.ADMIN);

        assertThat(demo.put("api/me/settings/wire-test", "{\"width\": 4}").statusCode()).isEqualTo(200);

        assertThat(demo.getJson("api/me/settings/wire-test").getJsonObject("value").getInt("width")).isEqualTo(4);
        assertThat(admin.getJson("api/me/settings/wire-test").isNull("value")).isTrue();
        HttpResponse<String> refused = demo.put("api/me/settings/Wire_Test", "{}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Account.json(refused.body()).getString("field")).isEqualTo("name");
        assertThat(demo.put("api/me/settings/wire-test", "[4]").statusCode()).isEqualTo(400);
    }

    @Test
    void namesTheFieldAtFaultWhereAPasswordStaysAsItIs(TickStockServer server, TestBed bed) {
        Account account = demo(server, bed);

        HttpResponse<String> weak = account.post("api/me/password", "{\"current\": \"x\", \"new\": \"short\"}");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(Account.json(weak.body()).getString("field")).isEqualTo("new");
        HttpResponse<String> wrong = account.post("api/me/password", WireSamples.sample("password").toString());
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(Account.json(wrong.body())).isEqualTo(WireSamples.sample("password_refused"));
        // Signing in again makes up for the one that was wrong.
        assertThat(demo(server, bed).get("api/me").statusCode()).isEqualTo(200);
    }

    private static Account demo(TickStockServer server, TestBed bed) {
        return Account.signIn(server.address(), bed.dataFolder("shared"), Account.DEMO);
    }
}
