package org.tickstock.app.emit;

/**
 * What a connection follows of the state of the market, and how far it has come: what it was really handed.
 *
 * <p>Thread: the universe any, the version that of {@link StateRound} alone.
 */
public final class StateWatch {

    /** Instead of a version: nothing was handed over yet. */
    static final long NOTHING = 0;

    private final String universe;
    private long handedVersion = NOTHING;

    /** Follows a universe from now on, from its whole state. */
    public StateWatch(String universe) {
        this.universe = universe;
    }

    /** Which universe. */
    public String universe() {
        return universe;
    }

    long handedVersion() {
        return handedVersion;
    }

    void handed(long version) {
        handedVersion = version;
    }
}
