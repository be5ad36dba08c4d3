package org.tickstock.app.history;

import java.util.Locale;

/**
 * What a file holds, as its header tells; in the order in which the files of a folder get in.
 */
enum FileKind {
    /** What is known of each ticker. */
    SYMBOLS,
    /** Universes and their members. */
    UNIVERSES,
    /** A bar a day. */
    DAILY,
    /** A bar a minute. */
    MINUTE,
    /** Nothing that can be imported. */
    UNKNOWN;

    /** The kind of the file with these columns. */
    static FileKind of(CsvReader csv) {
        if (!csv.has("symbol")) {
            return UNKNOWN;
        }
        if (csv.has("close")) {
            return csv.has("date") ? DAILY : csv.has("ts_ms") ? MINUTE : UNKNOWN;
        }
        if (csv.has("universe")) {
            return UNIVERSES;
        }
        return csv.has("name") || csv.has("security") ? SYMBOLS : UNKNOWN;
    }

    /** Its name on the wire and in the database. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a change of it changes who is told of what. */
    boolean isReference() {
        return this == SYMBOLS || this == UNIVERSES;
    }
}
