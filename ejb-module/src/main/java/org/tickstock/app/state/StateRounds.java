package org.tickstock.app.state;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tickstock.app.history.HistoryStore;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * Keeps the state of the market up to what is stored: whole when an import was loaded, else only the symbols whose bar
 * of the newest day changed.
 *
 * <p>Thread: one round at a time.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException}; the view stays what it was.
 */
final class StateRounds {

    /** 260 trade days and what holidays take. */
    static final int CALENDAR_DAYS = 400;

    private static final Logger LOG = System.getLogger(StateRounds.class.getName());

    private final HistoryStore history;
    private final boolean withInvented;
    private final Function<LocalDate, StateMoment> momentOf;
    private final Consumer<MarketStateView> published;

    private MarketState state;
    private UniverseIndex universes;
    private long imports;
    private final Map<String, PriceBar> taken = new HashMap<>();

    /**
     * Rounds without a state yet.
     *
     * @param withInvented whether bars of the synthetic market count
     * @param momentOf how far the market's newest day has gone by now
     * @param published takes each view
     */
    StateRounds(HistoryStore history, boolean withInvented, Function<LocalDate, StateMoment> momentOf,
            Consumer<MarketStateView> published) {
        this.history = history;
        this.withInvented = withInvented;
        this.momentOf = momentOf;
        this.published = published;
    }

    /** One round; without a daily bar there is no market yet. */
    void run(UniverseIndex current) {
        Optional<LocalDate> newest = history.newestDay(withInvented);
        if (newest.isEmpty()) {
            return;
        }
        long importsNow = history.importsLoaded();
        if (state == null || importsNow != imports) {
            build(newest.get());
            imports = importsNow;
            universes = null;
        } else {
            takeNewest(newest.get());
        }
        if (current != universes) {
            state.universes(current.universes());
            universes = current;
        }
        published.accept(state.refresh(momentOf.apply(newest.get())));
    }

    private void build(LocalDate newest) {
        Map<String, DailyHistory> histories = history.dailyHistories(newest, CALENDAR_DAYS, withInvented);
        state = new MarketState(history.instruments(), histories);
        taken.clear();
        LOG.log(Level.INFO, "market state built symbols={0,number,#} newestDay={1} ghostBars={2,number,#}",
            histories.size(), newest, state.ghostBars());
    }

    private void takeNewest(LocalDate newest) {
        int day = Math.toIntExact(newest.toEpochDay());
        history.dailyHistories(newest, 0, withInvented).forEach((symbol, bars) -> {
            PriceBar bar = bars.bar(bars.size() - 1);
            if (!bar.equals(taken.put(symbol, bar))) {
                state.update(symbol, day, bar);
            }
        });
    }
}
