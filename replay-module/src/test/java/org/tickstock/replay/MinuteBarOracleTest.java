package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.bar.MinuteBarBuilder;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.time.SystemEpochClock;

/** Minute bars of three real days against the vendor's own, every minute that either of them has. */
@Timeout(120)
class MinuteBarOracleTest {

    private static final List<String> SYMBOLS = List.of("SPY", "BAC", "AIG");

    @Test
    void buildsTheVendorsBarsByTheVendorsRules() {
        Agreement lean = agreement("lean");

        assertThat(lean.minutes).isGreaterThan(5_000);
        assertThat(lean.share(lean.prices)).as("%s", lean).isGreaterThanOrEqualTo(0.99);
        assertThat(lean.share(lean.volume)).as("%s", lean).isGreaterThanOrEqualTo(0.99);
        System.out.println("minute bars against the vendor's: " + lean + "; by the rules of the tape: "
                + agreement("sip"));
    }

    private static Agreement agreement(String profile) {
        Map<String, Prices> vendor = new HashMap<>();
        for (String[] row : SharedData.rows(SharedData.require("bars/minute_bars.csv.gz"))) {
            String day = Instant.ofEpochMilli(Long.parseLong(row[1])).toString().substring(0, 10);
            if (SYMBOLS.contains(row[0]) && SharedData.DAYS.contains(day)) {
                vendor.put(row[0] + "@" + row[1], new Prices(micros(row[2]), micros(row[3]), micros(row[4]),
                        micros(row[5]), micros(row[6])));
            }
        }
        Map<String, Prices> ours = build(profile);
        Agreement agreement = new Agreement();
        Set<String> minutes = new HashSet<>(vendor.keySet());
        minutes.addAll(ours.keySet());
        minutes.forEach(minute -> agreement.add(vendor.get(minute), ours.get(minute)));
        return agreement;
    }

    private static Map<String, Prices> build(String profile) {
        Map<String, Prices> bars = new HashMap<>();
        SymbolTable symbols = SymbolTable.of(SYMBOLS);
        MinuteBarBuilder builder = new MinuteBarBuilder(TradeConditions.shipped(profile), new NewYorkCalendar(),
                BarSettings.defaults(), bar -> {
                    if (bar.state() == Bar.State.FINAL) {
                        bars.put(symbols.tickerOf(bar.symbolId()) + "@" + bar.startNs() / 1_000_000, Prices.of(bar));
                    }
                });
        ReplayFeed feed = new ReplayFeed(new ReplaySettings(SharedData.tapes(), ReplaySettings.MAX_SPEED), symbols,
                new SystemEpochClock());
        feed.start(new FeedListener() {
            @Override
            public void onTick(Tick tick) {
                builder.onPrint(tick);
            }

            @Override
            public void onUnreadable(TickRefusal reason) {
                throw new AssertionError("tape must be clean, was " + reason);
            }
        });
        while (feed.status().state() == State.LIVE) {
            feed.doWork();
        }
        builder.endOfDay();
        return bars;
    }

    private static long micros(String plain) {
        return new BigDecimal(plain).movePointRight(6).longValueExact();
    }

    private record Prices(long open, long high, long low, long close, long volume) {

        static Prices of(Bar bar) {
            return new Prices(bar.openMicros(), bar.highMicros(), bar.lowMicros(), bar.closeMicros(),
                    bar.volumeMicros());
        }
    }

    private static final class Agreement {

        private int minutes;
        private int prices;
        private int highLow;
        private int volume;
        private int onlyTheirs;
        private int onlyOurs;

        void add(Prices theirs, Prices ours) {
            minutes++;
            if (theirs == null || ours == null) {
                onlyTheirs += ours == null ? 1 : 0;
                onlyOurs += theirs == null ? 1 : 0;
                return;
            }
            boolean sameRange = theirs.high() == ours.high() && theirs.low() == ours.low();
            highLow += sameRange ? 1 : 0;
            prices += sameRange && theirs.open() == ours.open() && theirs.close() == ours.close() ? 1 : 0;
            volume += theirs.volume() == ours.volume() ? 1 : 0;
        }

        double share(int count) {
            return (double) count / minutes;
        }

        @Override
        public String toString() {
            return String.format("%d minutes, %.2f %% with all four prices, %.2f %% with high and low, %.2f %% with the"
                            + " volume; %d only theirs, %d only ours", minutes, 100 * share(prices),
                    100 * share(highLow), 100 * share(volume), onlyTheirs, onlyOurs);
        }
    }
}
