package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/** The regular session so far, as its minutes say. */
class DayBarsTest {

    private static final long MICROS = 1_000_000L;
    private static final int DAY = (int) LocalDate.parse("2013-10-08").toEpochDay();

    private final MinuteBarBuilder builder = new MinuteBarBuilder(TradeConditions.sip(), new NewYorkCalendar(),
            new BarSettings(10_000, 30), this::onBar);
    private final DayBars days = new DayBars(id -> builder.since(id, 0), builder::newest);

    @Test
    void foldsClosedMinutesAndTheOneThatIsForming() {
        trade("13:30:10", 10, 100, 1);
        trade("13:30:50", 12, 100, 2);
        trade("13:31:10", 9, 50, 3);

        assertThat(days.changed()).containsExactly(new DayBar(0, DAY, new PriceBar(10, 12, 9, 9, 250)));
        assertThat(days.changed()).isEmpty();
        trade("13:31:20", 11, 1, 4);
        assertThat(days.changed()).containsExactly(new DayBar(0, DAY, new PriceBar(10, 12, 9, 11, 251)));
    }

    @Test
    void leavesOutWhatIsBeforeAndAfterTheRegularSession() {
        trade("12:00:00", 50, 10, 1);
        assertThat(days.changed()).isEmpty();

        trade("13:30:00", 10, 10, 2);
        trade("20:00:01", 70, 10, 3);

        assertThat(days.changed()).containsExactly(new DayBar(0, DAY, new PriceBar(10, 10, 10, 10, 10)));
    }

    @Test
    void isTheFoldOfAllMinutesWhateverWasTakenBack() {
        Random random = new Random(42);
        List<Integer> standing = new ArrayList<>();
        for (int id = 1; id <= 3_000; id++) {
            trade(Instant.parse("2013-10-08T13:30:00Z").plusSeconds(id * 7L), 100 + random.nextInt(40), 10, id);
            standing.add(id);
            if (random.nextInt(10) == 0) {
                int back = standing.remove(standing.size() - 1 - random.nextInt(Math.min(60, standing.size())));
                Tick cancel = new Tick().message(Tick.Kind.CANCEL, 0, 0, 0);
                cancel.tradeKey = back;
                builder.onTakenBack(cancel);
            }
        }
        builder.closeUntil(Long.MAX_VALUE);

        PriceBar whole = null;
        for (Bar minute : builder.since(0, 0)) {
            if (minute.session() == MarketSession.REGULAR && minute.state() != Bar.State.WITHDRAWN) {
                whole = whole == null ? priceBar(minute) : new PriceBar(whole.open(),
                        Math.max(whole.high(), priceBar(minute).high()), Math.min(whole.low(), priceBar(minute).low()),
                        priceBar(minute).close(), whole.volume() + priceBar(minute).volume());
            }
        }
        assertThat(days.changed()).containsExactly(new DayBar(0, DAY, whole));
    }

    private static PriceBar priceBar(Bar bar) {
        return new PriceBar(bar.openMicros() / 1e6, bar.highMicros() / 1e6, bar.lowMicros() / 1e6,
                bar.closeMicros() / 1e6, bar.volumeMicros() / 1e6);
    }

    private void onBar(Bar bar) {
        days.onBar(bar);
    }

    private void trade(String utc, double price, long shares, int id) {
        trade(Instant.parse("2013-10-08T" + utc + "Z"), price, shares, id);
    }

    private void trade(Instant at, double price, long shares, int id) {
        long ns = at.getEpochSecond() * 1_000_000_000L;
        Tick tick = new Tick().trade(0, Math.round(price * MICROS), shares * MICROS, 0, ns, ns);
        tick.tradeKey = id;
        builder.onPrint(tick);
        days.onPrint(0);
    }
}
