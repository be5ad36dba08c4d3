package org.tickstock.replay;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Official high, low and volume of every day, symbol and session, straight from the rows of a tape and the rules as
 * they are written down: nothing of the engine is used.
 *
 * <p>For days on which New York is four hours behind UTC, and tapes without late prints and cancels.
 */
final class ReferenceExtremes {

    private static final Set<String> SIP_NO_PRICE = Set.of("2", "7", "13", "15", "16", "20", "21", "37", "52", "53");
    private static final Set<String> SIP_EXTENDED_ONLY = Set.of("12");
    private static final Set<String> SIP_NO_VOLUME = Set.of("15", "16", "38");
    private static final Set<String> LEAN_EXTENDED_ONLY = Set.of("12", "14", "41");
    private static final Set<String> LEAN_NO_VOLUME = Set.of("15", "16");

    private final boolean isSip;
    private final Map<String, Range> ranges = new TreeMap<>();

    ReferenceExtremes(String profile) {
        isSip = profile.equals("sip");
    }

    ReferenceExtremes read(String day, Path tape) {
        for (String[] row : SharedData.rows(tape)) {
            long minute = Math.floorMod(Long.parseLong(row[0]) / 60_000 - 4 * 60, 24 * 60);
            String session = minute < 9 * 60 + 30 ? "PRE" : minute < 16 * 60 ? "REGULAR" : "AFTER";
            Set<String> conditions = row[5].isEmpty() ? Set.of() : Set.of(row[5].split(" "));
            add(day, row, session, maySetPrice(conditions, session.equals("REGULAR")), conditions);
            add(day, row, "DAY", maySetPrice(conditions, true), conditions);
        }
        return this;
    }

    /** Date, symbol, session, high, low, volume of everything that printed. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        ranges.forEach((name, range) -> rows.add(Stream.concat(Stream.of(name.split(" ")), range.cells()).toList()));
        return rows;
    }

    private boolean maySetPrice(Set<String> conditions, boolean isRegular) {
        Set<String> extendedOnly = isSip ? SIP_EXTENDED_ONLY : LEAN_EXTENDED_ONLY;
        return conditions.stream().noneMatch(id -> isSip && SIP_NO_PRICE.contains(id)
                || isRegular && extendedOnly.contains(id));
    }

    private void add(String day, String[] row, String session, boolean setsPrice, Set<String> conditions) {
        Range range = ranges.computeIfAbsent(day + " " + row[1] + " " + session, any -> new Range());
        BigDecimal price = new BigDecimal(row[2]);
        if (setsPrice && (range.high == null || price.compareTo(range.high) > 0)) {
            range.high = price;
        }
        if (setsPrice && (range.low == null || price.compareTo(range.low) < 0)) {
            range.low = price;
        }
        Set<String> noVolume = isSip ? SIP_NO_VOLUME : LEAN_NO_VOLUME;
        if (conditions.stream().noneMatch(noVolume::contains)) {
            range.volume = range.volume.add(new BigDecimal(row[3]));
        }
    }

    private static final class Range {

        private BigDecimal high;
        private BigDecimal low;
        private BigDecimal volume = BigDecimal.ZERO;

        Stream<String> cells() {
            return Stream.of(high, low, volume).map(ReferenceExtremes::plain);
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
