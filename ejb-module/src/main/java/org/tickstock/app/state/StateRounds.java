package org.tickstock.app.state;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.tickstock.app.history.HistoryStore;
import org.tickstock.engine.bar.DayBar;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * Keeps the state of the market up to what is stored and what the lanes have heard: whole when an import was loaded,
 * else only the symbols whose day changed.
 *
 * <p>A run that has heard a session from its beginning knows the day better than the tables, which follow by minutes.
 * One that began in the midst of it knows the last price, and takes the rest from both.
 * <p>Thread: one round at a time.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException}; the view stays what it was.
 */
final class StateRounds {

    /** 260 trade days and what holidays take. */
    static final int CALENDAR_DAYS = 400;

    private static final Logger LOG = System.getLogger(StateRounds.class.getName());

    private final HistoryStore history;
    private final IntFunction<String> tickerOf;
    private final boolean withInvented;
    private final Consumer<MarketStateView> published;

    private MarketState state;
    private UniverseIndex universes;
    private long imports;
    private long version;
    private int newestDay = StateMoment.NO_DAY;
    private final Map<String, PriceBar> stored = new HashMap<>();
    private final Map<String, PriceBar> heard = new HashMap<>();

    /**
     * Rounds without a state yet.
     *
     * @param withInvented whether bars of the synthetic market count
     * @param published takes each view
     */
    StateRounds(HistoryStore history, IntFunction<String> tickerOf, boolean withInvented,
            Consumer<MarketStateView> published) {
        this.history = history;
        this.tickerOf = tickerOf;
        this.withInvented = withInvented;
        this.published = published;
    }

    /** The market's newest day, {@link StateMoment#NO_DAY} before there is any. */
    int newestDay() {
        return newestDay;
    }

    /** Takes what is stored: everything, where an import was loaded since, else the newest day. */
    void readStored() {
        Optional<LocalDate> newest = history.newestDay(withInvented);
        if (newest.isEmpty()) {
            return;
        }
        long importsNow = history.importsLoaded();
        if (state == null || importsNow != imports) {
            build(newest.get());
            imports = importsNow;
            return;
        }
        int day = Math.toIntExact(newest.get().toEpochDay());
        beginDay(day);
        if (day == newestDay) {
            history.dailyHistories(newest.get(), 1, withInvented).forEach((symbol, bars) -> {
                PriceBar bar = bars.bar(bars.size() - 1);
                if (!bar.equals(stored.put(symbol, bar)) && !heard.containsKey(symbol)) {
                    state.update(symbol, day, bar);
                }
            });
        }
    }

    /** Takes the days that lanes told; {@code isWhole} knows of which days this run has heard the beginning. */
    void takeHeard(List<DayBar> days, IntPredicate isWhole) {
        if (state == null) {
            return;
        }
        for (DayBar day : days) {
            beginDay(day.tradeDay());
            if (day.tradeDay() == newestDay) {
                String symbol = tickerOf.apply(day.symbolId());
                PriceBar before = isWhole.test(newestDay) ? null : stored.get(symbol);
                PriceBar bar = before == null ? day.bar() : joined(before, day.bar());
                heard.put(symbol, bar);
                state.update(symbol, newestDay, bar);
            }
        }
    }

    /** Makes and publishes the view of this moment; without a daily bar there is none. */
    void refresh(UniverseIndex current, StateMoment now) {
        if (state == null) {
            return;
        }
        if (current != universes) {
            state.universes(current.universes());
            universes = current;
        }
        MarketStateView view = state.refresh(now);
        version = view.version();
        published.accept(view);
    }

    private void build(LocalDate newest) {
        Map<String, DailyHistory> histories = history.dailyHistories(newest, CALENDAR_DAYS, withInvented);
        state = new MarketState(history.instruments(), histories);
        state.versionsAfter(version);
        universes = null;
        beginDay(Math.toIntExact(newest.toEpochDay()));
        stored.clear();
        histories.forEach((symbol, bars) -> {
            if (bars.day(bars.size() - 1) == newestDay) {
                stored.put(symbol, bars.bar(bars.size() - 1));
            }
        });
        heard.forEach((symbol, bar) -> state.update(symbol, newestDay, bar));
        LOG.log(Level.INFO, "market state built symbols={0,number,#} newestDay={1} ghostBars={2,number,#}",
            histories.size(), newest, state.ghostBars());
    }

    private void beginDay(int day) {
        if (day > newestDay) {
            newestDay = day;
            stored.clear();
            heard.clear();
        }
    }

    /** The tables may lag behind by minutes, and may hold some of what was heard: volumes are not added. */
    private static PriceBar joined(PriceBar before, PriceBar heard) {
        return new PriceBar(before.open(), Math.max(before.high(), heard.high()), Math.min(before.low(), heard.low()),
            heard.close(), Math.max(before.volume(), heard.volume()));
    }
}
