package org.tickstock.replay;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.market.SymbolTable;

/**
 * Writes minute bars as comma-separated values, by symbol, then time.
 *
 * <p>Units: times in epoch milliseconds UTC, prices in USD, volume in shares.
 */
final class BarsFile {

    private static final String HEADER = "symbol,ts_ms,open,high,low,close,volume\n";
    private static final long NS_PER_MS = 1_000_000L;

    private BarsFile() {
    }

    /** Writes a header and one line for each bar. */
    static void write(List<Bar> bars, SymbolTable symbols, Writer out) throws IOException {
        List<Bar> ordered = bars.stream().sorted(Comparator.comparing((Bar bar) -> symbols.tickerOf(bar.symbolId()))
                .thenComparingLong(Bar::startNs)).toList();
        out.write(HEADER);
        for (Bar bar : ordered) {
            out.write(String.join(",", symbols.tickerOf(bar.symbolId()), String.valueOf(bar.startNs() / NS_PER_MS),
                    PlainDecimal.usd(bar.openMicros()), PlainDecimal.usd(bar.highMicros()),
                    PlainDecimal.usd(bar.lowMicros()), PlainDecimal.usd(bar.closeMicros()),
                    PlainDecimal.shares(bar.volumeMicros())));
            out.write('\n');
        }
    }
}
