package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.universe.Universe;

/**
 * A market that has come to its bars one by one, revised, refreshed at any time, with holes and new days, is the same
 * in every figure as one that is loaded with them; and so is one that was given them in another order.
 */
class IncrementalStateTest {

    private static final int SYMBOLS = 40;
    private static final int LOADED_DAYS = 230;
    private static final int LIVE_DAYS = 6;

    private final Random random = new Random(11);
    private final List<Instrument> instruments = new ArrayList<>();
    private final Map<String, DailyHistory.Builder> complete = new HashMap<>();
    private final Map<String, Double> prices = new HashMap<>();

    @Test
    void comesToTheSameAsAFreshStart() {
        MarketState live = new MarketState(instruments(), load());
        live.universes(universes());
        for (int day = LOADED_DAYS + 1; day <= LOADED_DAYS + LIVE_DAYS; day++) {
            trade(live, day);
        }

        List<List<Map<String, Object>>> fromLive = tables(live);

        Collections.shuffle(instruments, random);
        MarketState fresh = new MarketState(instruments, build());
        fresh.universes(universes());
        assertThat(fromLive).isEqualTo(tables(fresh));
    }

    private List<Instrument> instruments() {
        for (int number = 0; number < SYMBOLS; number++) {
            instruments.add(new Instrument("S" + number, "", "Sector " + number % 3, "Industry " + number % 7,
                    number % 5 == 0 ? Double.NaN : 1e9 * number, false));
            prices.put("S" + number, 50.0 + number);
            complete.put("S" + number, new DailyHistory.Builder());
        }
        return instruments;
    }

    private Map<String, DailyHistory> load() {
        for (int day = 1; day <= LOADED_DAYS; day++) {
            for (Instrument instrument : instruments) {
                if (random.nextInt(50) > 0) {
                    complete.get(instrument.symbol()).add(day, bar(instrument.symbol()));
                }
            }
        }
        return build();
    }

    private Map<String, DailyHistory> build() {
        Map<String, DailyHistory> histories = new HashMap<>();
        complete.forEach((symbol, bars) -> histories.put(symbol, bars.build()));
        return histories;
    }

    /** Three rounds of a day; its last bars are kept; one symbol in ten does not trade. */
    private void trade(MarketState live, int day) {
        for (int round = 1; round <= 3; round++) {
            for (int number = 0; number < SYMBOLS; number++) {
                String symbol = "S" + number;
                if ((number + day) % 10 > 0) {
                    PriceBar bar = bar(symbol);
                    assertThat(live.update(symbol, day, bar)).isTrue();
                    if (round == 3) {
                        complete.get(symbol).add(day, bar);
                    }
                }
                if (random.nextInt(20) == 0) {
                    live.refresh(new StateMoment(0, day, round / 4.0)).universe("all");
                }
            }
        }
    }

    private PriceBar bar(String symbol) {
        double open = prices.get(symbol);
        double close = Math.round(open * Math.exp(0.02 * random.nextGaussian()) * 100) / 100.0;
        prices.put(symbol, close);
        return new PriceBar(open, Math.max(open, close) + 0.1, Math.min(open, close) - 0.1, close,
                random.nextInt(10_000));
    }

    private static List<Universe> universes() {
        List<String> symbols = new ArrayList<>();
        for (int number = 0; number < SYMBOLS; number++) {
            symbols.add("S" + number);
        }
        return List.of(new Universe("all", "All", symbols), new Universe("few", "Few", symbols.subList(3, 17)));
    }

    private static List<List<Map<String, Object>>> tables(MarketState market) {
        MarketStateView view = market.refresh(StateMoment.closed(0));
        List<List<Map<String, Object>>> tables = new ArrayList<>();
        for (String name : view.universeNames()) {
            StateTables universe = new StateTables(view.universe(name).orElseThrow());
            tables.addAll(List.of(universe.rankings(), universe.stages(), universe.groups(), universe.trails(),
                    universe.breadth()));
        }
        return tables;
    }
}
