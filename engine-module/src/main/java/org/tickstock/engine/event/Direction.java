package org.tickstock.engine.event;

/**
 * Which way a price went.
 */
public enum Direction {
    /** Rising: highs, uptrends, surges with a rising price. */
    UP("up"),
    /** Falling. */
    DOWN("down");

    private final String wireName;

    Direction(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** The other one. */
    public Direction opposite() {
        return this == UP ? DOWN : UP;
    }
}
