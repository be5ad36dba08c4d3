package org.tickstock.app.bar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.market.MarketSession;

/** How long a minute of 4,000 symbols takes into the database, over a regular session; by hand. */
@ExtendWith(TestDatabase.Resolver.class)
class BarWriteBench {

    private static final int SYMBOLS = 4_000;
    private static final int MINUTES = Integer.getInteger("minutes", 390);
    private static final int READS = 500;

    @Test
    void writesARegularSession(TestDatabase database) throws Exception {
        database.fresh();
        BarTables tables = new BarTables(database.dataSource(), new BarPartitions(90, 730));
        SplittableRandom random = new SplittableRandom(1);
        List<Long> tookNs = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            List<BarRow> rows = new ArrayList<>();
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                long low = 10_000_000L + random.nextInt(90_000) * 1_000L;
                rows.add(new BarRow("S" + symbol, new Bar(symbol, 15_986, MarketSession.REGULAR,
                    BarRows.at(minute * 60), low + 1_000, low + 9_000, low, low + 5_000, 100_000_000L, 12, 0,
                    Bar.State.PROVISIONAL, true), true));
            }
            long startNs = System.nanoTime();
            tables.write(new BarRun(1, "massive", false, BarRows.at(0), BarRows.at(minute * 60 + 61)), rows);
            tookNs.add(System.nanoTime() - startNs);
            if (minute % 30 == 29) {
                System.out.println("minute " + minute + " " + figures(tookNs.subList(minute - 29, minute + 1)));
            }
        }
        System.out.println("all " + figures(tookNs));
        long startNs = System.nanoTime();
        tables.rollDays(List.of(LocalDate.of(2013, 10, 8)));
        System.out.println("days of all symbols ms: " + (System.nanoTime() - startNs) / 1_000_000);
        System.out.println("bytes a minute, index and all: " + BarRows.select(database,
            "SELECT sum(pg_total_relation_size(inhrelid)) / (SELECT count(*) FROM ohlcv_1min) FROM pg_inherits "
                + "WHERE inhparent = 'ohlcv_1min'::regclass"));
        connect(database);
        read(database, random);
    }

    private static void connect(TestDatabase database) throws Exception {
        List<Long> tookNs = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            long startNs = System.nanoTime();
            database.dataSource().getConnection().close();
            tookNs.add(System.nanoTime() - startNs);
        }
        System.out.println("connecting alone " + figures(tookNs));
    }

    private static void read(TestDatabase database, SplittableRandom random) throws Exception {
        BarReader reader = new BarReader(database.dataSource());
        List<Long> tookNs = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            long startNs = System.nanoTime();
            Instant open = Instant.ofEpochSecond(BarRows.OPEN_NS / 1_000_000_000L);
            reader.minutes("S" + random.nextInt(SYMBOLS), open.minus(Duration.ofDays(7)),
                Instant.parse("2100-01-01T00:00:00Z"), 501);
            tookNs.add(System.nanoTime() - startNs);
        }
        System.out.println("reading up to 500 minutes of a symbol, connecting each time " + figures(tookNs));
    }

    private static String figures(List<Long> tookNs) {
        long[] sorted = tookNs.stream().mapToLong(Long::longValue).sorted().toArray();
        return "ms: median " + sorted[sorted.length / 2] / 1_000_000 + ", p99 "
            + sorted[(int) (sorted.length * 0.99)] / 1_000_000 + ", most " + sorted[sorted.length - 1] / 1_000_000;
    }
}
