package org.tickstock.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.app.history.ImportRoom.first;
import static org.tickstock.app.history.ImportRoom.select;
import static org.tickstock.app.history.ImportRoom.told;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.market.NewYorkCalendar;

/** The vendor's aggregates from a server of our own that answers as the vendor's examples do. */
@ExtendWith(TestDatabase.Resolver.class)
@Timeout(60)
class VendorImportTest {

    private static final LocalDate TODAY = LocalDate.of(2013, 10, 9);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();
    private TestDatabase database;

    @BeforeEach
    void start(TestDatabase given) {
        database = given.fresh();
    }

    @Test
    void followsPagesToTheLastAndKeepsItsPace() throws Exception {
        vendor.answers("AIG/range/1/day/2013-10-01/2013-10-08",
            page("/v2/aggs/next?cursor=2", bar("2013-10-07", 48.5)));
        vendor.answers("/v2/aggs/next", page(null, bar("2013-10-08", 47.123456789)));

        JsonObject told = run(daily("AIG"));

        assertThat(told.getString("state")).isEqualTo("done");
        assertThat(told.getInt("rows_changed")).isEqualTo(2);
        assertThat(select(database,
            "SELECT symbol, bar_date, trim_scale(close), trim_scale(volume) FROM ohlcv_daily ORDER BY bar_date"))
            .containsExactly("AIG 2013-10-07 48.5 1000.5", "AIG 2013-10-08 47.123457 1000.5");
        assertThat(vendor.asked()).allSatisfy(request -> assertThat(request).endsWith(" Bearer " + VendorServer.KEY)
            .doesNotContain("apiKey"));
        assertThat(vendor.pausesMs()).containsExactly(12_000L);
    }

    @Test
    void asksOnlyForWhatIsMissing() throws Exception {
        vendor.answers("AIG/range/1/minute/2013-08-15/2013-08-31", page(null));
        vendor.answers("AIG/range/1/minute/2013-09-01/2013-09-30", "500", "500", "500");
        VendorOrder order =
            new VendorOrder("minute", List.of("AIG"), LocalDate.of(2013, 8, 15), LocalDate.of(2013, 10, 9));
        JsonObject broken = run(order);
        assertThat(broken.getString("state")).isEqualTo("failed");
        assertThat(broken.getString("trouble")).isEqualTo("vendor must answer HTTP 200, was 500 for AIG");
        vendor.asked().clear();
        vendor.answers("AIG/range/1/minute/2013-09-01/2013-09-30", page(null, minute("2013-09-03T13:30:00Z")));
        vendor.answers("AIG/range/1/minute/2013-10-01/2013-10-09", page(null, minute("2013-10-08T13:30:00Z")),
            page(null, minute("2013-10-08T13:30:00Z"), minute("2013-10-08T13:31:00Z")));

        assertThat(run(order).getInt("rows_changed")).isEqualTo(2);
        assertThat(vendor.asked()).hasSize(2);
        assertThat(run(order).getInt("rows_changed")).as("today's piece again").isEqualTo(2);
        assertThat(vendor.asked()).hasSize(3);
        assertThat(select(database, "SELECT count(*) FROM ohlcv_1min")).containsExactly("3");
        assertThat(select(database, "SELECT chunk FROM history_chunks ORDER BY 1")).containsExactly(
            "vendor:2013-08-15..2013-08-31", "vendor:2013-09-01..2013-09-30");
    }

    @Test
    void waitsWhenItIsTooMuchAndPassesOverWhatIsRefused() throws Exception {
        vendor.answers("AIG/range/1/day/2013-10-01/2013-10-08", "429", page(null, bar("2013-10-07", 48.5)));
        vendor.answers("GONE/range/1/day/2013-10-01/2013-10-08", "404");
        vendor.answers("BAC/range/1/day/2013-10-01/2013-10-08", page(null, bar("2013-10-07", 14)));

        JsonObject told = run(daily("AIG", "GONE", "BAC"));

        assertThat(told.getString("state")).isEqualTo("done");
        assertThat(told.getInt("rows_changed")).isEqualTo(2);
        assertThat(first(told, "skipped"))
            .containsExactly("vendor refused GONE with HTTP 404 for 2013-10-01..2013-10-08");
        assertThat(vendor.pausesMs()).containsExactly(60_000L, 12_000L, 12_000L, 12_000L);
    }

    @Test
    void endsWhenTheVendorDoesNotKnowUs() throws Exception {
        vendor.answers("AIG/range/1/day/2013-10-01/2013-10-08", "401");

        JsonObject told = run(daily("AIG", "BAC"));

        assertThat(told.getString("state")).isEqualTo("failed");
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void carriesTheKeyToNobodyElse() throws Exception {
        vendor.answers("AIG/range/1/day/2013-10-01/2013-10-08", page("http://localhost:1/elsewhere", bar("2013-10-07", 48.5)));

        JsonObject told = run(daily("AIG"));

        assertThat(told.getString("state")).isEqualTo("failed");
        assertThat(told.getString("trouble")).startsWith("vendor's next page must be at ").endsWith("was at localhost");
        assertThat(select(database, "SELECT count(*) FROM ohlcv_daily")).containsExactly("0");
        assertThat(vendor.settings().toString()).doesNotContain(VendorServer.KEY);
    }

    @Test
    void endsOnGarbage() throws Exception {
        vendor.answers("AIG/range/1/day/2013-10-01/2013-10-08", "<html>", "<html>", "<html>");
        assertThat(run(daily("AIG")).getString("trouble")).startsWith("vendor must answer JSON");
        vendor.answers("AIG/range/1/day/2013-10-01/2013-10-08", "{\"results\":[{\"t\":1}]}");
        assertThat(run(daily("AIG")).getString("trouble")).startsWith("vendor's bars must have t, o, h, l, c and v");
    }

    private static VendorOrder daily(String... symbols) {
        return new VendorOrder("daily", List.of(symbols), LocalDate.of(2013, 10, 1), LocalDate.of(2013, 10, 8));
    }

    private JsonObject run(VendorOrder order) throws Exception {
        ImportProgress progress = new ImportProgress(order.origin(), order.pieces().size());
        long id = new VendorImport(database.dataSource(), new NewYorkCalendar(), 2)
            .run(order, TODAY, vendor.client(), progress);
        return told(database, id);
    }

    private static String page(String next, String... bars) {
        return "{\"ticker\":\"X\",\"queryCount\":2,\"resultsCount\":2,\"adjusted\":true,\"results\":["
            + String.join(",", bars) + "],\"status\":\"OK\",\"request_id\":\"1\""
            + (next == null ? "" : ",\"next_url\":\"" + next + '"') + "}";
    }

    private static String bar(String day, double close) {
        long ms = LocalDate.parse(day).atStartOfDay(NewYorkCalendar.NEW_YORK).toInstant().toEpochMilli();
        return figures(ms, close);
    }

    private static String minute(String start) {
        return figures(Instant.parse(start).toEpochMilli(), 10);
    }

    private static String figures(long ms, double close) {
        return "{\"v\":1000.5,\"vw\":1.5,\"o\":" + close + ",\"c\":" + close + ",\"h\":" + (close + 1) + ",\"l\":"
            + (close - 1) + ",\"t\":" + ms + ",\"n\":5}";
    }
}
