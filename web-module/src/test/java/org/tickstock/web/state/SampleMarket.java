package org.tickstock.web.state;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.Instrument;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.Universe;

/** The market of the samples: three symbols whose prices are drawn by formulas, up to 2017-03-31. */
final class SampleMarket {

    private static final LocalDate LAST = LocalDate.parse("2017-03-31");
    private static final long CLOSE_S = Instant.parse("2017-03-31T20:00:00Z").getEpochSecond();
    private static final int BARS = 300;

    private SampleMarket() {
    }

    static MarketStateView view() {
        MarketState market = new MarketState(
                List.of(new Instrument("AIG", "American International Group", "Financials", "Insurance", 62e9, false),
                        new Instrument("BAC", "Bank of America", "Financials", "Banks", 236e9, false),
                        new Instrument("XOM", "Exxon Mobil", "Energy", "Oil & Gas", Double.NaN, false)),
                Map.of("AIG", history(bar -> 40 + 0.05 * bar + 3 * Math.sin(bar / 14.0)),
                        "BAC", history(bar -> 10 + 0.04 * bar + 0.000004 * bar * bar * bar / 10),
                        "XOM", history(bar -> 90 - 0.03 * bar + 2 * Math.cos(bar / 11.0))));
        market.universes(List.of(new Universe("sp500", "S&P 500", List.of("AIG", "BAC", "XOM", "ZZZ"))));
        return market.refresh(StateMoment.closed(CLOSE_S * 1_000_000_000L));
    }

    private static DailyHistory history(IntToDoubleFunction price) {
        DailyHistory.Builder bars = new DailyHistory.Builder();
        int left = BARS;
        for (LocalDate day = LAST.minusDays(BARS / 5 * 7 - 1); !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                int bar = BARS - left--;
                double close = cents(price.applyAsDouble(bar));
                double open = cents(price.applyAsDouble(bar - 1));
                bars.add((int) day.toEpochDay(), new PriceBar(open, cents(Math.max(open, close) + 0.25),
                        cents(Math.min(open, close) - 0.25), close, 1_000_000 + 1_000 * (bar * 37 % 500)));
            }
        }
        return bars.build();
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }
}
