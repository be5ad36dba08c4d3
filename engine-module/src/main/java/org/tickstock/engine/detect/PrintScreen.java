package org.tickstock.engine.detect;

import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Decides whether a print that may set official extremes is also live, so that it may raise events.
 *
 * <p>It is not when it is reported late, printed during a halt, or outside its price band; where no band is known, when
 * it is more than half away from the last live price. Such a print waits in quarantine until a second one confirms it,
 * whatever stale prints come between; then both are live.
 * <p>Thread: immutable; the symbol's state belongs to the calling lane.
 * <p>Source: market rules, section 1.
 */
final class PrintScreen {

    private final TradeConditions conditions;
    private final long maxReportDelayNs;

    PrintScreen(TradeConditions conditions, long maxReportDelayNs) {
        this.conditions = conditions;
        this.maxReportDelayNs = maxReportDelayNs;
    }

    /** Whether a print may set official extremes of this session. */
    boolean isOfficial(Tick print, MarketSession session) {
        return print.kind == Tick.Kind.AGGREGATE || conditions.mayMoveHighLow(print.conditionBits, session);
    }

    /** Whether a print that is official in its session is so for the whole day as well. */
    boolean isForDay(Tick print, MarketSession session) {
        return print.kind == Tick.Kind.AGGREGATE ? session == MarketSession.REGULAR
                : conditions.mayMoveHighLow(print.conditionBits, MarketSession.REGULAR);
    }

    /** The verdict on an official print in order of time, which adds {@code volumeMicros}. */
    Verdict verdictOn(Tick print, long volumeMicros, SymbolState state) {
        if (print.reportDelayNs() > maxReportDelayNs) {
            return Verdict.LATE;
        }
        TradingLimits limits = state.limits;
        if (state.isRestricted() && limits.isHalted()) {
            return Verdict.HALTED;
        }
        if (state.isRestricted() && limits.hasBand()) {
            return limits.isInBand(print) ? Verdict.ELIGIBLE : Verdict.OUTSIDE_BAND;
        }
        long last = state.lastLiveMicros();
        if (last == 0 || !isFar(print.highMicros, last) && !isFar(print.lowMicros, last)) {
            return Verdict.ELIGIBLE;
        }
        Tick held = limits.quarantined;
        if (held.priceMicros > 0 && isNear(farSide(print, last), farSide(held, last))) {
            state.believeQuarantined(isForDay(held, state.span().session()));
            return Verdict.ELIGIBLE;
        }
        limits.quarantine(print, volumeMicros);
        return Verdict.SUSPECT_PRICE;
    }

    private static long farSide(Tick print, long fromMicros) {
        return isFar(print.highMicros, fromMicros) ? print.highMicros : print.lowMicros;
    }

    /** More than 50 % away. */
    private static boolean isFar(long priceMicros, long fromMicros) {
        return Math.abs(priceMicros - fromMicros) * 2 > fromMicros;
    }

    /** Within 20 %. */
    private static boolean isNear(long priceMicros, long toMicros) {
        return Math.abs(priceMicros - toMicros) * 5 <= toMicros;
    }
}
