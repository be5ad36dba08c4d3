package org.tickstock.app.state;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickstock.app.database.Trouble;
import org.tickstock.engine.state.BreadthMetric;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StageChange;
import org.tickstock.engine.state.StageHistory;
import org.tickstock.engine.state.SymbolFigures;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes what became of stages, and the conditions of each minute. Memory knows both first; what could not be written
 * is there in the next round, and written once however often a run begins. Minutes go when they are older than what is
 * kept, counted back from the market's newest day, as bars do; how days closed stays.
 *
 * <p>Thread: one round at a time.
 * <p>Errors: told once in the log; the next round tries again.
 */
final class RecordRounds {

    /** Whose conditions are kept. */
    static final String UNIVERSE = "sp500";

    private static final Logger LOG = System.getLogger(RecordRounds.class.getName());
    private static final LocalDate EVER = LocalDate.ofEpochDay(0);
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final Trouble trouble =
        new Trouble(LOG, "state history reaches the database version", "state history waits");
    private final StateTables tables;
    private final int retentionDays;
    /** By symbol, what its bars said when that was last written. */
    private final Map<String, List<StageChange>> stages = new HashMap<>();
    private long stagesVersion;
    private ConditionsAt conditions;
    private long conditionsVersion;
    private int newestDay;

    RecordRounds(StateTables tables, int retentionDays) {
        this.tables = tables;
        this.retentionDays = retentionDays;
    }

    /** One round; {@code marketTime} is the minute of the view's newest day. */
    void run(MarketStateView view, Instant marketTime) {
        try {
            writeStages(view);
            writeConditions(view, marketTime);
            forgetOldMinutes(view.tradeDay());
            trouble.tell(null, stagesVersion);
        } catch (SQLException fault) {
            trouble.tell("database: " + fault.getMessage(), stagesVersion);
        }
    }

    private void writeStages(MarketStateView view) throws SQLException {
        if (view.version() == stagesVersion) {
            return;
        }
        Map<String, List<StageChange>> changed = new HashMap<>();
        for (SymbolFigures symbol : view.symbols()) {
            List<StageChange> now = symbol.stage().changes();
            if (!now.isEmpty() && !now.equals(stages.get(symbol.instrument().symbol()))) {
                changed.put(symbol.instrument().symbol(), now);
            }
        }
        if (!changed.isEmpty()) {
            write(changed);
            stages.putAll(changed);
        }
        stagesVersion = view.version();
    }

    private void write(Map<String, List<StageChange>> changed) throws SQLException {
        Map<String, List<StageChange>> written = tables.lines(changed.keySet(), EVER, NEVER, Integer.MAX_VALUE)
            .stream().collect(Collectors.groupingBy(StageLine::symbol,
                Collectors.mapping(StageLine::change, Collectors.toList())));
        List<StageLine> gone = new ArrayList<>();
        List<StageLine> lines = new ArrayList<>();
        changed.forEach((symbol, computed) -> {
            List<StageChange> before = written.getOrDefault(symbol, List.of()).stream()
                .sorted((one, other) -> Integer.compare(one.day(), other.day())).toList();
            List<StageChange> all = StageHistory.joined(before, computed);
            before.stream().filter(change -> !all.contains(change))
                .forEach(change -> gone.add(new StageLine(symbol, change)));
            all.stream().filter(change -> !before.contains(change))
                .forEach(change -> lines.add(new StageLine(symbol, change)));
        });
        tables.write(gone, lines);
    }

    /** Once for each minute, and again as the day has closed. */
    private void writeConditions(MarketStateView view, Instant marketTime) throws SQLException {
        boolean isSameMinute = conditions != null && conditions.marketTime().equals(marketTime)
            && conditions.forming() == view.isForming();
        if (isSameMinute && (view.isForming() || view.version() == conditionsVersion)) {
            return;
        }
        UniverseState universe = view.universe(UNIVERSE).orElse(null);
        if (universe != null) {
            ConditionsAt now = of(view, universe, marketTime);
            tables.write(now);
            conditions = now;
            conditionsVersion = view.version();
        }
    }

    private void forgetOldMinutes(int day) throws SQLException {
        if (day > newestDay) {
            LocalDate oldest = LocalDate.ofEpochDay(day - retentionDays);
            int gone = tables.forgetMinutes(UNIVERSE, oldest);
            newestDay = day;
            if (gone > 0) {
                LOG.log(Level.INFO, "old minutes of conditions dropped rows={0} oldestKept={1}", gone, oldest);
            }
        }
    }

    private static ConditionsAt of(MarketStateView view, UniverseState universe, Instant marketTime) {
        return new ConditionsAt(UNIVERSE, marketTime, view.tradeDay(), view.previousTradeDay(), view.isForming(),
            universe.breadth().metrics().get(BreadthMetric.DAY_CHANGE).pctUp(),
            universe.conditions());
    }
}
