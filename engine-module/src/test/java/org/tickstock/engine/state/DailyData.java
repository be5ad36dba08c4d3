package org.tickstock.engine.state;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.engine.indicator.PriceBar;

/** Real daily bars, sectors and capitalisations as the market state takes them. */
final class DailyData {

    final Map<String, DailyHistory> histories = new TreeMap<>();
    final List<Instrument> instruments = new ArrayList<>();

    DailyData(Path daily, Path sectors, Path caps, LocalDate asOf) {
        Map<String, DailyHistory.Builder> builders = new TreeMap<>();
        for (Map<String, String> row : Table.read(daily)) {
            LocalDate date = LocalDate.parse(row.get("date"));
            if (!date.isAfter(asOf)) {
                PriceBar bar = new PriceBar(number(row, "open"), number(row, "high"), number(row, "low"),
                        number(row, "close"), number(row, "volume"));
                builders.computeIfAbsent(row.get("symbol"), symbol -> new DailyHistory.Builder())
                        .addAdjusted((int) date.toEpochDay(), bar, number(row, "adj_close"));
            }
        }
        builders.forEach((symbol, bars) -> histories.put(symbol, bars.build()));
        Map<String, Map<String, String>> sectorOf = bySymbol(sectors, "Symbol");
        Map<String, Map<String, String>> capOf = bySymbol(caps, "symbol");
        for (String symbol : histories.keySet()) {
            Map<String, String> sector = sectorOf.getOrDefault(symbol, Map.of());
            String cap = capOf.getOrDefault(symbol, Map.of()).getOrDefault("market_cap", "");
            instruments.add(new Instrument(symbol, symbol, sector.getOrDefault("GICS Sector", ""),
                    sector.getOrDefault("GICS Sub-Industry", ""), cap.isEmpty() ? Double.NaN : Double.parseDouble(cap),
                    false));
        }
    }

    private static Map<String, Map<String, String>> bySymbol(Path file, String column) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        Table.read(file).forEach(row -> rows.put(row.get(column), row));
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
