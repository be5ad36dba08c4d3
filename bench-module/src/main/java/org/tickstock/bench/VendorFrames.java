package org.tickstock.bench;

import org.tickstock.bench.tape.BenchTape;

/** Frames as the vendor sends them: JSON arrays of trades. */
final class VendorFrames {

    private static final long NS_PER_MS = 1_000_000;
    private static final double MICROS = 1_000_000;
    private static final int EXCHANGES = 19;

    private VendorFrames() {
    }

    /** So many frames of so many trades each. */
    static char[][] of(BenchTape tape, int frames, int trades) {
        char[][] made = new char[frames][];
        for (int frame = 0; frame < frames; frame++) {
            StringBuilder text = new StringBuilder("[");
            for (int trade = frame * trades; trade < (frame + 1) * trades; trade++) {
                append(text, tape, trade);
                text.append(',');
            }
            text.setCharAt(text.length() - 1, ']');
            made[frame] = text.toString().toCharArray();
        }
        return made;
    }

    private static void append(StringBuilder text, BenchTape tape, int trade) {
        long ms = tape.tsEventNs(trade) / NS_PER_MS;
        text.append("{\"ev\":\"T\",\"sym\":\"").append(tape.ticker(trade))
                .append("\",\"x\":").append(1 + trade % EXCHANGES)
                .append(",\"i\":\"").append(52_983_525_000_000L + trade)
                .append("\",\"z\":3,\"p\":").append(tape.priceMicros(trade) / MICROS)
                .append(",\"s\":").append(tape.shares(trade))
                .append(",\"c\":").append(tape.conditionBits(trade) == 0 ? "[14,41]" : "[14,37,41]")
                .append(",\"t\":").append(ms)
                .append(",\"q\":").append(4_000_000L + trade).append('}');
    }
}
