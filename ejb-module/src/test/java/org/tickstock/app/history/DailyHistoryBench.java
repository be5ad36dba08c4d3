package org.tickstock.app.history;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.state.DailyHistory;

/** How long it takes to read 4,000 symbols' 276 daily bars; by hand. */
@ExtendWith(TestDatabase.Resolver.class)
class DailyHistoryBench {

    private static final int ROUNDS = 5;

    @Test
    void readsTheMarket(TestDatabase database) throws Exception {
        database.fresh();
        database.execute("INSERT INTO ohlcv_daily "
            + "(symbol, bar_date, source, open, high, low, close, adj_close, volume) "
            + "SELECT 'S' || s, d, 'import', 10, 11, 9, 10.5, 10.25, 1000000 FROM generate_series(1, 4000) s, "
            + "generate_series(DATE '2016-01-01', DATE '2017-03-31', INTERVAL '1 day') d "
            + "WHERE extract(isodow FROM d) < 6");
        database.execute("ANALYZE ohlcv_daily");
        DailyHistoryReader reader = new DailyHistoryReader(database.dataSource());
        for (int round = 0; round < ROUNDS; round++) {
            long startNs = System.nanoTime();
            Map<String, DailyHistory> histories = reader.read(LocalDate.of(2017, 3, 31), 400, false);
            System.out.printf("%d symbols, %d bars read in %d ms%n", histories.size(),
                histories.values().stream().mapToLong(DailyHistory::size).sum(),
                (System.nanoTime() - startNs) / 1_000_000);
        }
    }
}
