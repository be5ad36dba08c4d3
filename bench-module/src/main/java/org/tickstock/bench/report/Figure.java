package org.tickstock.bench.report;

/**
 * One row of the table: a benchmark of ours, what it is held against, and what is wanted.
 *
 * @param what what it measures
 * @param ours name of our benchmark, class and method
 * @param baseline name of the other one
 * @param unit unit of the scores that are shown
 * @param goal what is wanted, in words
 */
record Figure(String what, String ours, String baseline, Unit unit, String goal) {

    /** How a score is shown. */
    enum Unit {
        /** From milliseconds per tape to millions of ticks per second. */
        MILLION_TICKS_PER_S("M/s"),
        /** As measured. */
        NANOSECONDS("ns"),
        /** As measured. */
        MICROSECONDS("µs");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** The score as it is shown; {@code trades} is the tape's length. */
        double shown(double score, double trades) {
            return this == MILLION_TICKS_PER_S ? trades / score / 1_000 : score;
        }
    }
}
