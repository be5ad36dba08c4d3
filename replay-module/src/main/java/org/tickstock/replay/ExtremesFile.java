package org.tickstock.replay;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.detect.SymbolDay.Extreme;
import org.tickstock.engine.detect.SymbolDay.SessionExtremes;

/**
 * Writes official and live extremes of every session as comma-separated values, by date, then symbol, then session.
 *
 * <p>Units: prices in USD, empty where no print set one; volume in shares.
 */
final class ExtremesFile {

    private static final String HEADER =
            "date,symbol,session,official_high,official_low,live_high,live_low,volume\n";

    private ExtremesFile() {
    }

    /** Writes a header and one line for each session that printed, and for each day. */
    static void write(List<SymbolDay> days, Writer out) throws IOException {
        List<SymbolDay> ordered = days.stream()
                .sorted(Comparator.comparingInt(SymbolDay::tradeDay).thenComparing(SymbolDay::symbol)).toList();
        out.write(HEADER);
        for (SymbolDay day : ordered) {
            for (SessionExtremes session : day.sessions()) {
                out.write(String.join(",", LocalDate.ofEpochDay(day.tradeDay()).toString(), day.symbol(),
                        session.session(), price(session.officialHigh()), price(session.officialLow()),
                        price(session.liveHigh()), price(session.liveLow()),
                        PlainDecimal.shares(session.volumeMicros())));
                out.write('\n');
            }
        }
    }

    private static String price(Extreme extreme) {
        return extreme == null ? "" : PlainDecimal.usd(extreme.priceMicros());
    }
}
