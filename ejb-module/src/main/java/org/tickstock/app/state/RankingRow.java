package org.tickstock.app.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tickstock.engine.state.CapClass;
import org.tickstock.engine.state.Instrument;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.StageFigures;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.StateMoment;

/**
 * A row of the rankings as every edge writes it: the same names, the same order, the same rounding.
 *
 * <p>Thread: stateless.
 */
public final class RankingRow {

    /** Who it is. */
    public static final List<Column> OF_INSTRUMENT = List.of(
        of("symbol", Instrument::symbol), of("name", Instrument::name), of("sector", Instrument::sector),
        of("industry", Instrument::industry), of("etf", Instrument::etf), of("cap", RankingRow::size));

    /** Where it stands in its cycle. */
    public static final List<Column> OF_STAGE = List.of(
        staged("stage", stage -> stage.stage().code()), staged("stage_name", stage -> stage.stage().title()),
        staged("stage_since", stage -> date(stage.changedDay())), staged("stage_live", stage -> stage.live().code()),
        staged("stage_provisional", StageFigures::isProvisional),
        new Column("stage_confidence", standing -> rounded(standing.confidence())),
        new Column("strength", standing -> standing.strength().letter()));

    /** All of it. */
    public static final List<Column> COLUMNS = columns();

    // more decimals than any column means
    private static final double SCALE = 1e6;

    private RankingRow() {
    }

    /**
     * One value of a row.
     *
     * @param name on the wire
     * @param value what is written: a String, Integer, Boolean or Double; null where it is not known
     */
    public record Column(String name, Function<Standing, Object> value) {

        /** A symbol's. */
        public Object of(Standing standing) {
            return value.apply(standing);
        }
    }

    private static List<Column> columns() {
        List<Column> all = new ArrayList<>(OF_INSTRUMENT);
        for (RankingColumn column : RankingColumn.values()) {
            all.add(new Column(column.wireName(), standing -> rounded(column.of(standing))));
        }
        all.addAll(OF_STAGE);
        all.add(new Column("stale", Standing::isStale));
        all.add(new Column("bars", standing -> standing.figures().bars()));
        return List.copyOf(all);
    }

    private static Column of(String name, Function<Instrument, Object> value) {
        return new Column(name, standing -> value.apply(standing.figures().instrument()));
    }

    private static Column staged(String name, Function<StageFigures, Object> value) {
        return new Column(name, standing -> value.apply(standing.figures().stage()));
    }

    private static String size(Instrument instrument) {
        return instrument.capClass() == CapClass.UNKNOWN ? null : instrument.capClass().wireName();
    }

    /** A figure as it is written; null where it is not known. */
    public static Double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * SCALE) / SCALE + 0.0 : null;
    }

    /** A day as it is written; null where there is none. */
    public static String date(int epochDay) {
        return epochDay == StateMoment.NO_DAY ? null : LocalDate.ofEpochDay(epochDay).toString();
    }
}
