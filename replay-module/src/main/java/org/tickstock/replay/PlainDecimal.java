package org.tickstock.replay;

import java.math.BigDecimal;

/**
 * Writes millionths as people do: no exponent, no zeros behind but those of the cents.
 *
 * <p>Thread: stateless.
 */
final class PlainDecimal {

    private static final int PLACES = 6;
    private static final int CENTS = 2;

    private PlainDecimal() {
    }

    /** The shares that {@code micros} millionths are: 100, 0.5. */
    static String shares(long micros) {
        return BigDecimal.valueOf(micros, PLACES).stripTrailingZeros().toPlainString();
    }

    /** The dollars that {@code micros} millionths are: 29.00, 167.42, 0.1234. */
    static String usd(long micros) {
        BigDecimal price = BigDecimal.valueOf(micros, PLACES).stripTrailingZeros();
        return (price.scale() < CENTS ? price.setScale(CENTS) : price).toPlainString();
    }
}
