package org.tickstock.engine.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which trades may set a high or low, the last price, the volume: a versioned table of condition ids, as bit masks.
 *
 * <p>A trade with several conditions may do a thing only if all of them allow it. An unknown id fails closed: it adds
 * volume and nothing else.
 * <p>Thread: immutable; shared by lanes.
 * <p>Errors: a table that cannot be read names file, line and rule, at construction.
 * <p>Source: market rules, section 1.
 */
public final class TradeConditions {

    /** Bit of every id that the bits cannot name: negative, or above 62. */
    public static final long UNKNOWN_BIT = 1L << 63;

    private static final int MAX_ID = 62;
    private static final int RE_OPENING = 28;

    private final String version;
    private final String[] names = new String[Long.SIZE];
    private long known;
    private long noHighLow;
    private long noLast;
    private long noVolume;
    private long extendedOnly;

    private TradeConditions(String version) {
        this.version = version;
        Arrays.fill(names, "unknown");
    }

    /** The consolidated-tape rules. */
    public static TradeConditions sip() {
        return shipped("sip");
    }

    /** The profile with this name: {@code sip} or {@code lean}. */
    public static TradeConditions shipped(String profile) {
        if (!profile.equals("sip") && !profile.equals("lean")) {
            throw new IllegalArgumentException(
                    "tickstock.detect.conditions must be sip or lean, was '" + profile + "'");
        }
        String file = "conditions-" + profile + ".csv";
        try (InputStream in = TradeConditions.class.getResourceAsStream(file)) {
            return read(file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The bit of a vendor condition id. */
    public static long bitOf(int id) {
        return id < 0 || id > MAX_ID ? UNKNOWN_BIT : 1L << id;
    }

    /** Whether the trade may set a high or low, and so may raise events. */
    public boolean mayMoveHighLow(long bits, MarketSession session) {
        return (bits & ~known) == 0 && (bits & noHighLow) == 0
                && (session != MarketSession.REGULAR || (bits & extendedOnly) == 0);
    }

    /** Whether the trade may be the last price of a bar: an open or a close. */
    public boolean mayMoveLast(long bits, MarketSession session) {
        return (bits & ~known) == 0 && (bits & noLast) == 0
                && (session != MarketSession.REGULAR || (bits & extendedOnly) == 0);
    }

    /** Whether the trade counts in the volume. */
    public boolean addsVolume(long bits) {
        return (bits & noVolume) == 0;
    }

    /** Whether the trade is the first after a halt. */
    public boolean isReopening(long bits) {
        return (bits & bitOf(RE_OPENING)) != 0;
    }

    /** Whether the table knows every condition of the trade. */
    public boolean knows(long bits) {
        return (bits & ~known) == 0;
    }

    /** The lowest condition that keeps the trade from setting a high or low; call it only where one does. */
    public int forbiddingId(long bits, MarketSession session) {
        long forbidding = bits & (~known | noHighLow | (session == MarketSession.REGULAR ? extendedOnly : 0));
        return Math.min(Long.SIZE - 1, Long.numberOfTrailingZeros(forbidding));
    }

    /** What the table calls a condition; {@code unknown} where it does not know it. */
    public String nameOf(int id) {
        return names[id];
    }

    /** First line of the table: its version and where it comes from. */
    public String version() {
        return version;
    }

    private static TradeConditions read(String file, BufferedReader reader) throws IOException {
        TradeConditions table = new TradeConditions(reader.readLine().substring(1).strip());
        reader.readLine();
        int lineNumber = 2;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lineNumber++;
            table.enter(file + ":" + lineNumber, line.split(","));
        }
        return table;
    }

    private void enter(String place, String[] cells) {
        if (cells.length != 5) {
            throw new IllegalArgumentException(place + " must have 5 cells, was " + cells.length);
        }
        int id = Integer.parseInt(cells[0]);
        if (id < 0 || id > MAX_ID) {
            throw new IllegalArgumentException(place + " must have an id from 0 to " + MAX_ID + ", was " + id);
        }
        long bit = bitOf(id);
        names[id] = cells[1];
        known |= bit;
        noHighLow |= forbids(place, cells[2]) ? bit : 0;
        noLast |= forbids(place, cells[3]) ? bit : 0;
        noVolume |= forbids(place, cells[4]) ? bit : 0;
        extendedOnly |= cells[2].equals("extended") ? bit : 0;
    }

    private static boolean forbids(String place, String cell) {
        return switch (cell) {
            case "yes", "extended" -> false;
            case "no" -> true;
            default -> throw new IllegalArgumentException(
                    place + " must say yes, no or extended, was '" + cell + "'");
        };
    }
}
