package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.universe.Universe;

/**
 * The state of the market as it goes on: takes bars of the day, and makes a {@link MarketStateView} of all that
 * follows.
 *
 * <p>A refresh computes the figures of those symbols anew whose bar changed, and leaves the rest as it is.
 * <p>Thread: one, the only writer; the views may be read anywhere. Publish a view by one volatile field.
 * <p>Errors: two instruments of one symbol are refused.
 */
public final class MarketState {

    /** Answer of {@link #indexOf} for a symbol that is not in the market. */
    public static final int UNKNOWN = -1;

    private final Map<String, Integer> indexes;
    private final SymbolBars[] states;
    private final int[] newestDays;
    private final SymbolFigures[] figures;
    private final BitSet changed = new BitSet();
    private final int ghostBars;
    private List<Universe> universes = List.of();
    private TradeDays days;
    private boolean isPastChanged = true;
    private long version;
    private StateMoment moment;
    private MarketStateView view;

    /**
     * A market with these symbols. A bar of a day on which the market did not trade is left out, see
     * {@link #ghostBars}.
     *
     * @param histories daily bars by symbol; a symbol without any is in the market all the same
     */
    public MarketState(Collection<Instrument> instruments, Map<String, DailyHistory> histories) {
        List<Instrument> sorted = new ArrayList<>(instruments);
        sorted.sort(Comparator.comparing(Instrument::symbol));
        List<DailyHistory> bars = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Instrument instrument : sorted) {
            if (numbers.put(instrument.symbol(), numbers.size()) != null) {
                throw new IllegalArgumentException("an instrument must be named once, was " + instrument.symbol());
            }
            bars.add(histories.getOrDefault(instrument.symbol(), DailyHistory.EMPTY));
        }
        indexes = Map.copyOf(numbers);
        days = TradeDays.of(bars);
        states = new SymbolBars[sorted.size()];
        figures = new SymbolFigures[sorted.size()];
        newestDays = new int[sorted.size()];
        int ghosts = 0;
        for (int index = 0; index < states.length; index++) {
            DailyHistory all = bars.get(index);
            DailyHistory real = days.only(all);
            ghosts += all.size() - real.size();
            states[index] = new SymbolBars(sorted.get(index), real);
            newestDays[index] = states[index].day();
        }
        ghostBars = ghosts;
        changed.set(0, states.length);
    }

    /** The universes that views are asked for, by name. */
    public void universes(Collection<Universe> named) {
        universes = List.copyOf(named);
        isPastChanged = true;
    }

    /** Views go on behind this version: that of another market, which this one takes the place of. */
    public void versionsAfter(long last) {
        version = last;
    }

    /** The number of a symbol, or {@link #UNKNOWN}. */
    public int indexOf(String symbol) {
        return indexes.getOrDefault(symbol, UNKNOWN);
    }

    /** How many bars were left out because the market did not trade on their day. */
    public int ghostBars() {
        return ghostBars;
    }

    /**
     * Takes the bar of a day as it is by now: the newest again, or one after it.
     *
     * @return false where the symbol is unknown or has a bar of a later day: nothing was taken
     */
    public boolean update(String symbol, int day, PriceBar bar) {
        int index = indexOf(symbol);
        return index != UNKNOWN && update(index, day, bar);
    }

    /** The same by the symbol's number. */
    public boolean update(int index, int day, PriceBar bar) {
        if (day < newestDays[index]) {
            return false;
        }
        if (day < days.last()) {
            isPastChanged = true;
        }
        states[index].update(day, bar);
        newestDays[index] = day;
        changed.set(index);
        return true;
    }

    /** Computes what changed, and gives the view at this moment; without changes its figures are those of the last. */
    public MarketStateView refresh(StateMoment now) {
        if (moment == null || !moment.isSameProgress(now)) {
            markForming(moment);
            markForming(now);
        }
        moment = now;
        if (view != null && changed.isEmpty() && !isPastChanged) {
            view = view.at(now);
            return view;
        }
        for (int index = changed.nextSetBit(0); index >= 0; index = changed.nextSetBit(index + 1)) {
            figures[index] = states[index].figures(now);
        }
        changed.clear();
        TradeDays grown = days.grownTo(newestDays);
        Past past = isPastChanged || grown != days || view == null ? new Past(grown, figures) : view.past();
        isPastChanged = false;
        days = grown;
        view = new MarketStateView(now, ++version, figures.clone(), past, indexes, universes);
        return view;
    }

    private void markForming(StateMoment at) {
        for (int index = 0; at != null && index < newestDays.length; index++) {
            if (newestDays[index] == at.formingDay()) {
                changed.set(index);
            }
        }
    }
}
