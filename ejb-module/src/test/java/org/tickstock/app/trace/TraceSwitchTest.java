package org.tickstock.app.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.app.Wiring;
import org.tickstock.app.account.SignedIn;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.TracePoint;
import org.tickstock.engine.trace.TraceSettings;
import org.tickstock.engine.trace.Tracer;

class TraceSwitchTest {

    private static final SignedIn ADMIN = new SignedIn(1, "admin@tickstock.local", "Administrator", "admin");
    private static final EpochClock CLOCK = () -> 1_381_240_800_123_456_789L;

    private final SymbolTable symbols = SymbolTable.of(List.of("AIG", "BAC"));
    private final Tracer tracer = new Tracer(TraceSettings.defaults(), CLOCK);
    private final TraceReport report = Wiring.wire(new TraceReport(), tracer, symbols, CLOCK);

    @Test
    void tracesFromTheStartWhatIsConfiguredAndNothingElse() {
        switchWith("bac").atStart(new Object());

        assertThat(tracer.traces(1)).isTrue();
        assertThat(tracer.traces(0)).isFalse();
        assertThat(report.status().getBoolean("enabled")).isTrue();
        assertThat(report.status().getJsonArray("tickers").getString(0)).isEqualTo("BAC");
        assertThat(report.status().getString("begun")).isEqualTo("2013-10-08T14:00:00.123456Z");
    }

    @Test
    void staysOffWhereNothingIsConfiguredOrATickerIsUnknown() {
        switchWith().atStart(new Object());
        switchWith("AIG", "NOBODY1").atStart(new Object());

        assertThat(tracer.isOn()).isFalse();
        assertThatThrownBy(() -> switchWith().begin(List.of("AIG", "NOBODY1"), ADMIN))
            .isInstanceOf(UnknownTickersException.class).hasMessage("tickers must be known, were not: [NOBODY1]");
    }

    @Test
    void writesWhatWasNotedOfOneSymbolOrOfAll() {
        switchWith().begin(List.of("AIG", "BAC"), ADMIN);
        tracer.noteInCycle(TracePoint.EVENT_READY_FOR_EMISSION, 1_381_240_800_000_001_999L,
            new Tracer.Awaited(7, 0, "AIG-2013-10-08-high-1"), 3, -1, null);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();

        report.writeOne(0, one);
        report.writeAll(all);

        JsonObject step = json(one).getJsonArray("steps").getJsonObject(0);
        assertThat(step).isEqualTo(Json.createReader(new StringReader("{\"number\":1,\"ticker\":\"AIG\","
            + "\"event_id\":\"AIG-2013-10-08-high-1\",\"action\":\"event_ready_for_emission\","
            + "\"ts_us\":1381240800000001,\"component\":\"emit\",\"offset\":7,\"cycle\":3,"
            + "\"in_emission_cycle\":true}")).readObject());
        assertThat(json(one).getJsonArray("events").getJsonObject(0).getBoolean("whole")).isFalse();
        assertThat(json(all).getJsonObject("ticker_summary").keySet()).containsExactly("AIG");
        assertThat(json(all).getInt("total_traces")).isEqualTo(1);
    }

    private TraceSwitch switchWith(String... tickers) {
        return Wiring.wire(new TraceSwitch(), tracer, new TraceSettings(List.of(tickers), 10), symbols);
    }

    private static JsonObject json(ByteArrayOutputStream bytes) {
        return Json.createReader(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }
}
