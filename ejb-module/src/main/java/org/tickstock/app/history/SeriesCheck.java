package org.tickstock.app.history;

import java.time.LocalDate;

/**
 * Looks over the daily bars of one symbol after the other, each in the order of its days: for holes, for jumps that
 * look like splits nobody adjusted, and for adjustments.
 *
 * <p>Thread: the import's.
 */
final class SeriesCheck {

    private static final double[] SPLITS = {1.5, 2, 3, 4, 5, 7, 8, 10, 15, 20, 25, 30, 50};
    private static final double NEAR = 0.05;
    private static final double ADJUSTED = 0.01;

    private final TradingDays days;
    private final ImportReport report;
    private String symbol;
    private LocalDate lastDay;
    private double lastClose;
    private double lastFactor;

    SeriesCheck(TradingDays days, ImportReport report) {
        this.days = days;
        this.report = report;
    }

    /** The next bar; {@code adjClose} is NaN where it is not known. */
    void add(String ofSymbol, LocalDate day, double close, double adjClose) {
        double factor = adjClose / close;
        if (ofSymbol.equals(symbol)) {
            int missing = days.between(lastDay, day);
            if (missing > 0) {
                report.add(ImportReport.Kind.GAP, symbol + " has no bar on " + missing + " trading days after "
                    + lastDay + " and before " + day);
            }
            boolean isAdjusted = Math.abs(factor / lastFactor - 1) > ADJUSTED;
            double ratio = close / lastClose;
            if (isAdjusted) {
                report.add(ImportReport.Kind.ADJUSTMENT, symbol + " " + day
                    + " the adjusted close goes on by a factor of " + Math.round(factor / lastFactor * 1e4) / 1e4);
            } else if (isSplit(Math.max(ratio, 1 / ratio))) {
                report.add(ImportReport.Kind.JUMP,
                    symbol + " " + day + " closes at " + close + " after " + lastClose);
            }
        }
        symbol = ofSymbol;
        lastDay = day;
        lastClose = close;
        lastFactor = factor;
    }

    private static boolean isSplit(double ratio) {
        for (double split : SPLITS) {
            if (Math.abs(ratio / split - 1) <= NEAR) {
                return true;
            }
        }
        return false;
    }
}
