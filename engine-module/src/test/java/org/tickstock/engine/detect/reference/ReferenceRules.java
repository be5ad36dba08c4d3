package org.tickstock.engine.detect.reference;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/** Plays a tape through the reference, and says where two lists of events part. */
public final class ReferenceRules {

    private static final double TOLERANCE = 1e-9;

    private ReferenceRules() {
    }

    /** Events by symbol; every tick outside the closed market is taken as accepted. */
    public static List<List<MarketEvent>> play(List<Tick> tape, int symbols) {
        NewYorkCalendar calendar = new NewYorkCalendar();
        TradeConditions conditions = TradeConditions.sip();
        List<ReferenceSymbol> references = new ArrayList<>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            references.add(new ReferenceSymbol(symbol, "S" + symbol));
        }
        for (Tick tick : tape) {
            SessionSpan span = calendar.spanAt(tick.tsEventNs);
            if (span.session() != MarketSession.CLOSED) {
                boolean eligible = tick.kind == Tick.Kind.AGGREGATE
                        || conditions.mayMoveHighLow(tick.conditionBits, span.session());
                references.get(tick.symbolId)
                        .onTick(tick, span, eligible, conditions.addsVolume(tick.conditionBits));
            }
        }
        return references.stream().map(ReferenceSymbol::events).toList();
    }

    /** What differs first, or an empty text. Doubles may differ in their last bits, nothing else may. */
    public static String difference(List<MarketEvent> expected, List<MarketEvent> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            String found = difference("", expected.get(i), actual.get(i));
            if (!found.isEmpty()) {
                return "event " + i + ": " + found + "\nexpected " + expected.get(i) + "\nbut was  " + actual.get(i);
            }
        }
        return expected.size() == actual.size() ? "" : "expected " + expected.size() + " events, was " + actual.size();
    }

    private static String difference(String path, Object expected, Object actual) {
        if (expected instanceof Double first && actual instanceof Double second) {
            boolean same = first.equals(second)
                    || Math.abs(first - second) <= TOLERANCE * Math.max(1, Math.abs(first));
            return same ? "" : path + " expected " + first + " was " + second;
        }
        if (!(expected instanceof Record) || actual == null || expected.getClass() != actual.getClass()) {
            boolean same = expected == null ? actual == null : expected.equals(actual);
            return same ? "" : path + " expected " + expected + " was " + actual;
        }
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            String found = difference(path + "." + component.getName(), value(component, expected),
                    value(component, actual));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
