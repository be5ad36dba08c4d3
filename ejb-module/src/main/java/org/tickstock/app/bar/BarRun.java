package org.tickstock.app.bar;

import org.tickstock.engine.bar.Bar;

/**
 * One run of the server as far as its bars are concerned: which feed it heard, and from when to when by event time.
 *
 * <p>Two runs whose times do not overlap heard different trades, whose bars add up; where they overlap a tape was
 * played anew, and the bars of one take the place of the other's.
 *
 * @param run number of the run, greater than that of every earlier one
 * @param provider name of the feed
 * @param isInvented whether nobody traded any of it
 * @param heardFromNs event time of its first print
 * @param heardToNs event time up to which it has heard its feed
 */
public record BarRun(long run, String provider, boolean isInvented, long heardFromNs, long heardToNs) {

    /** Whether it heard the minute from its beginning. */
    boolean heardBeginOf(Bar bar) {
        return heardFromNs <= bar.startNs();
    }

    /** Whether it heard the minute to its end. */
    boolean heardEndOf(Bar bar) {
        return heardToNs >= bar.endNs();
    }
}
