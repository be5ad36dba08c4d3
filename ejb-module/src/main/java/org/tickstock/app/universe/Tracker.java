package org.tickstock.app.universe;

/**
 * The two trackers that a user picks universes for; the constants' names are the database's.
 */
enum Tracker {
    /** Trends and surges. */
    market,
    /** Highs and lows. */
    highlow
}
