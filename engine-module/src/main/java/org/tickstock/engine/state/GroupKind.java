package org.tickstock.engine.state;

import java.util.Locale;

/** What puts symbols into one group. */
public enum GroupKind {

    /** The same GICS sector. */
    SECTOR,
    /** The same industry. */
    INDUSTRY,
    /** One fund that stands for a sector. */
    ETF;

    /** As it is written on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
