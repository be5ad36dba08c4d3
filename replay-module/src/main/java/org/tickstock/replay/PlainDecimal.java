package org.tickstock.replay;

import java.math.BigDecimal;

/**
 * Writes millionths as people do: no exponent, no zeros behind.
 *
 * <p>Thread: stateless.
 */
final class PlainDecimal {

    private static final int PLACES = 6;

    private PlainDecimal() {
    }

    /** The number that {@code micros} millionths are: 167.42, 29, 0.5. */
    static String of(long micros) {
        return BigDecimal.valueOf(micros, PLACES).stripTrailingZeros().toPlainString();
    }
}
