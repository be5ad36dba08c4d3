package org.tickstock.engine.market;

/**
 * Identity of a trade within its symbol: exchange and trade id, mixed into one number that is never 0.
 *
 * <p>Two trades of one symbol may share a key by accident; among the million trades of a busy symbol's day that happens
 * about once in 40 million such days.
 * <p>Thread: stateless.
 * <p>Source: market rules, section 2: a duplicate is the same symbol, exchange and trade id.
 */
public final class TradeKey {

    /** What a tick carries whose trade has no id. */
    public static final long NONE = 0;

    /** Where a key begins; then comes the exchange, a {@code |}, and the trade's id, character by character. */
    public static final long EMPTY = 0xcbf29ce484222325L;

    // 64-bit FNV-1a
    private static final long PRIME = 0x100000001b3L;

    private TradeKey() {
    }

    /** Takes one more character of the exchange's name or the trade's id. */
    public static long add(long key, int character) {
        return (key ^ character) * PRIME;
    }

    /** The finished key. */
    public static long finish(long key) {
        // FNV leaves the high bits of short ids poor; a table that looks at a few bits needs all of them mixed.
        long mixed = (key ^ key >>> 32) * 0x9e3779b97f4a7c15L;
        mixed ^= mixed >>> 29;
        return mixed == NONE ? 1 : mixed;
    }

    /** The key of an exchange and a trade id. */
    public static long of(CharSequence exchange, CharSequence tradeId) {
        long key = EMPTY;
        for (int i = 0; i < exchange.length(); i++) {
            key = add(key, exchange.charAt(i));
        }
        key = add(key, '|');
        for (int i = 0; i < tradeId.length(); i++) {
            key = add(key, tradeId.charAt(i));
        }
        return finish(key);
    }
}
