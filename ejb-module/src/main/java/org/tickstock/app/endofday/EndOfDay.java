package org.tickstock.app.endofday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of one trade date.
 *
 * @param tradeDate New York date
 * @param state whether enough of what is tracked is there
 * @param tracked symbols that should have a bar
 * @param present those of them that have one, of whichever source
 * @param missing the first of those that have none
 * @param compared symbols with an imported bar and one of our own
 * @param differing those of them in which the two differ
 * @param differences the first of those, in words
 * @param asOf when this came out so, for the first time since it was otherwise
 */
public record EndOfDay(
        LocalDate tradeDate, State state, int tracked, int present, List<String> missing, int compared, int differing,
        List<String> differences, Instant asOf) {

    /** How a day ended. */
    public enum State {
        /** Enough of the tracked symbols have a bar. */
        COMPLETE,
        /** Too few of them have. */
        PARTIAL,
        /** Nobody can say: nothing is known of what should be there. */
        INSUFFICIENT
    }

    /** Copies the lists. */
    public EndOfDay {
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
    }
}
