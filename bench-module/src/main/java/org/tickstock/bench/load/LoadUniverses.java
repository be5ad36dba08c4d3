package org.tickstock.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The two hundred universes of a load run: one listed symbol in fifteen is in each, by the MD5 of both names, so that
 * database, client and baseline agree without telling each other.
 *
 * <p>Thread: stateless.
 */
final class LoadUniverses {

    /** How many there are. */
    static final int COUNT = 200;

    private static final int ONE_IN = 15;
    /** Odd and no divisor of {@link #COUNT}: accounts beyond the first two hundred all pick other pairs. */
    private static final int STEP = 37;
    private static final int HEX_DIGITS = 8;

    /** The same as {@link #isMember} in PostgreSQL; {@code u.name} is the universe, {@code s.symbol} the symbol. */
    static final String IS_MEMBER_SQL =
            "('x' || substr(md5(u.name || s.symbol), 1, " + HEX_DIGITS + "))::bit(32)::bigint % " + ONE_IN + " = 0";

    private LoadUniverses() {
    }

    /** The name of one of them. */
    static String name(int universe) {
        return String.format(Locale.ROOT, "load_%03d", universe);
    }

    /** The universe that an account watches for highs and lows. */
    static int highlowOf(int account) {
        return account % COUNT;
    }

    /** The universe that it watches for trends and surges: up to two hundred accounts the same. */
    static int marketOf(int account) {
        return (account + STEP * (account / COUNT)) % COUNT;
    }

    /** Whether the symbol is in the universe. */
    static boolean isMember(int universe, String symbol) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest((name(universe) + symbol).getBytes(StandardCharsets.UTF_8));
            return Long.parseLong(HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS), 16) % ONE_IN == 0;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("MD5 must be present in every JDK", absent);
        }
    }
}
