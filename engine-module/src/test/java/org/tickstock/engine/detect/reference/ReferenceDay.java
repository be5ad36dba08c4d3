package org.tickstock.engine.detect.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * The market rules read aloud, for one symbol's trade date: every print is kept in a list and all figures are found by
 * going through it again.
 *
 * <p>Source: market rules, sections 1, 2 and 4.
 */
public final class ReferenceDay {

    private static final long WINDOW_NS = 120_000_000_000L;
    private static final long MOST_DELAY_NS = 10_000_000_000L;

    /**
     * Highest and lowest price, 0 where there is none.
     *
     * @param high micro-dollars
     * @param low micro-dollars
     */
    public record Range(long high, long low) {
    }

    private static final class Entry {
        private Tick tick;
        private final MarketSession session;
        private boolean live;
        private boolean gone;

        private Entry(Tick tick, MarketSession session) {
            this.tick = tick;
            this.session = session;
        }
    }

    private final NewYorkCalendar calendar = new NewYorkCalendar();
    private final TradeConditions conditions = TradeConditions.sip();
    private final List<Entry> entries = new ArrayList<>();
    private SessionSpan span;
    private long newestNs = Long.MIN_VALUE;
    private long lastLive;
    private boolean halted;
    private Tick band;
    private Entry quarantined;

    /** Takes any message. */
    public void onTick(Tick tick) {
        SessionSpan at = calendar.spanAt(tick.tsEventNs);
        if (span == null || at.startNs() > span.startNs()) {
            span = at;
            lastLive = 0;
            band = null;
            quarantined = null;
        }
        switch (tick.kind) {
            case HALT -> halted = true;
            case RESUME -> halted = false;
            case PRICE_BAND -> band = tick;
            case CANCEL, CORRECTION -> takeBack(tick);
            default -> print(tick, at.session());
        }
    }

    private void print(Tick tick, MarketSession session) {
        if (entries.stream().anyMatch(entry -> entry.tick.tradeKey == tick.tradeKey)) {
            return;
        }
        boolean inOrder = tick.tsEventNs >= newestNs && session == span.session();
        newestNs = Math.max(newestNs, tick.tsEventNs);
        Entry entry = new Entry(tick, session);
        entries.add(entry);
        if (isOfficial(entry)) {
            entry.live = inOrder && isLive(entry);
            lastLive = entry.live ? tick.priceMicros : lastLive;
        }
    }

    private boolean isLive(Entry entry) {
        Tick tick = entry.tick;
        if (tick.tsParticipantNs != 0 && tick.tsEventNs - tick.tsParticipantNs > MOST_DELAY_NS || halted) {
            return false;
        }
        if (band != null) {
            return tick.priceMicros >= band.lowMicros && tick.priceMicros <= band.highMicros;
        }
        if (lastLive == 0 || Math.abs(tick.priceMicros - lastLive) * 2 <= lastLive) {
            return true;
        }
        if (quarantined != null && !quarantined.gone
                && Math.abs(tick.priceMicros - quarantined.tick.priceMicros) * 5 <= quarantined.tick.priceMicros) {
            quarantined.live = true;
            quarantined = null;
            return true;
        }
        quarantined = entry;
        return false;
    }

    private void takeBack(Tick message) {
        Entry found = entries.stream()
                .filter(entry -> entry.tick.tradeKey == message.tradeKey && !entry.gone).findFirst().orElse(null);
        if (found == null) {
            return;
        }
        quarantined = quarantined == found ? null : quarantined;
        if (message.kind == Tick.Kind.CANCEL) {
            found.gone = true;
            return;
        }
        Range before = range(found.session.name(), true);
        Tick right = new Tick();
        right.copyFrom(message);
        right.kind = Tick.Kind.TRADE;
        right.tsEventNs = found.tick.tsEventNs;
        found.tick = right;
        found.live = found.live && isOfficial(found)
                && message.priceMicros <= before.high() && message.priceMicros >= before.low();
    }

    /** Whether a message takes back a trade that is recent, or the official extreme of its session. */
    public boolean mustKnow(Tick message) {
        if (message.kind != Tick.Kind.CANCEL && message.kind != Tick.Kind.CORRECTION) {
            return false;
        }
        return entries.stream().filter(entry -> entry.tick.tradeKey == message.tradeKey && !entry.gone)
                .anyMatch(entry -> entry.tick.tsEventNs >= newestNs - WINDOW_NS || isTheExtreme(entry));
    }

    private boolean isTheExtreme(Entry entry) {
        Range range = official(entry.session.name());
        long atHigh = atPrice(entry.session, range.high());
        long atLow = atPrice(entry.session, range.low());
        return isOfficial(entry) && (entry.tick.priceMicros == range.high() && atHigh == 1
                || entry.tick.priceMicros == range.low() && atLow == 1);
    }

    private long atPrice(MarketSession session, long price) {
        return entries.stream().filter(entry -> !entry.gone && entry.session == session && isOfficial(entry)
                && entry.tick.priceMicros == price).count();
    }

    private boolean isOfficial(Entry entry) {
        return conditions.mayMoveHighLow(entry.tick.conditionBits, entry.session);
    }

    /** Official extremes of a session, or of the DAY. */
    public Range official(String session) {
        return range(session, false);
    }

    /** Live extremes of a session, or of the DAY. */
    public Range live(String session) {
        return range(session, true);
    }

    /** Volume of a session, or of the DAY, micro-shares. */
    public long volume(String session) {
        return entries.stream().filter(entry -> !entry.gone && isIn(entry, session))
                .filter(entry -> conditions.addsVolume(entry.tick.conditionBits))
                .mapToLong(entry -> entry.tick.sizeMicros).sum();
    }

    /** Prices of live prints that stand. */
    public Set<Long> standingLivePrices() {
        return entries.stream().filter(entry -> !entry.gone && entry.live).map(entry -> entry.tick.priceMicros)
                .collect(Collectors.toSet());
    }

    private Range range(String session, boolean live) {
        long high = 0;
        long low = 0;
        for (Entry entry : entries) {
            boolean counts = !entry.gone && isIn(entry, session) && isOfficial(entry) && (!live || entry.live)
                    && (!session.equals("DAY")
                            || conditions.mayMoveHighLow(entry.tick.conditionBits, MarketSession.REGULAR));
            if (counts) {
                high = Math.max(high, entry.tick.priceMicros);
                low = low == 0 ? entry.tick.priceMicros : Math.min(low, entry.tick.priceMicros);
            }
        }
        return new Range(high, low);
    }

    private static boolean isIn(Entry entry, String session) {
        return session.equals("DAY") || entry.session.name().equals(session);
    }
}
