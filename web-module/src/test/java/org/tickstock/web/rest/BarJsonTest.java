package org.tickstock.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.web.WireSamples.parse;
import static org.tickstock.web.WireSamples.sample;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.app.bar.BarPage;
import org.tickstock.app.bar.BarPoint;
import org.tickstock.app.bar.Timeframe;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.engine.market.TradeConditions;

class BarJsonTest {

    @Test
    void writesBarsAsThePageShowsThem() {
        BarPoint first = new BarPoint(1_381_239_000_000L, "REGULAR", 49_530_000, 49_610_000, 49_200_000, 49_400_000,
                204_300_000_000L, 1_203, 0, "revised", true, false);
        BarPoint second = new BarPoint(1_381_239_060_000L, "REGULAR", 49_400_000, 49_450_000, 49_395_000, 49_410_000,
                31_000_000_000L, 188, 0, "forming", false, false);

        String json = BarJson.of(new BarPage("AIG", Timeframe.MINUTE, List.of(first, second), true));

        assertThat(parse(json)).isEqualTo(sample("bars"));
    }

    @Test
    void writesWhatIsNotKnownAsNull() {
        BarPoint imported = new BarPoint(1_381_190_400_000L, "REGULAR", 1, 20_000_000, 1, 12_345_678, 0,
                BarPoint.NOT_COUNTED, 12_340_000, "", true, false);

        JsonObject bar = parse(BarJson.of(new BarPage("AIG", Timeframe.DAY, List.of(imported), false)))
                .getJsonArray("bars").getJsonObject(0);

        assertThat(bar.isNull("trades")).isTrue();
        assertThat(bar.isNull("state")).isTrue();
        assertThat(bar.getJsonNumber("adj_close").toString()).isEqualTo("12.34");
        assertThat(bar.getJsonNumber("open").toString()).isEqualTo("0.000001");
        assertThat(bar.getJsonNumber("high").toString()).isEqualTo("20");
    }

    @Test
    void writesTradesAsThePageShowsThemTheNewestFirst() {
        List<PastTrade> trades = List.of(
                new PastTrade(false, 1_381_239_061_000_000_000L, 49_400_000, 7_000_000, TradeConditions.bitOf(37)),
                new PastTrade(false, 1_381_239_061_200_000_000L, 49_410_000, 100_000_000, 0));

        String json = BarJson.of("AIG", 200, trades, TradeConditions.sip());

        assertThat(parse(json)).isEqualTo(sample("recent_ticks"));
    }
}
