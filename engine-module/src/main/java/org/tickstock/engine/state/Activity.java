package org.tickstock.engine.state;

/**
 * How much a symbol moves and trades.
 *
 * <p>NaN where there are too few bars.
 *
 * @param averageRangePct mean of high / low - 1 over 20 bars, in per cent
 * @param atr Wilder's average true range over 14 bars, in USD
 * @param atrFiveBarsAgo the same five bars ago
 * @param dollarVolume mean of close times volume over 20 bars, in USD
 * @param meanVolume20 mean volume of the 20 bars before the newest, in shares
 * @param meanVolume30 mean volume of the 30 bars before the newest, in shares
 * @param relativeVolume the newest bar's volume against what is usual by this time of day; 1 is usual
 */
public record Activity(
        double averageRangePct, double atr, double atrFiveBarsAgo, double dollarVolume, double meanVolume20,
        double meanVolume30, double relativeVolume) {

    /** The average true range against itself five bars ago, in per cent. */
    public double atrChangePct() {
        return Prices.changePct(atr, atrFiveBarsAgo);
    }
}
