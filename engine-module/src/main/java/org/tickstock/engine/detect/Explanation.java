package org.tickstock.engine.detect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tickstock.engine.event.DisplayEvent;

/**
 * Why a symbol raised an event of one type at a moment, or did not.
 *
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 *
 * @param found whether there was a print at the moment, or up to a minute before
 * @param tradeDay trade date that is recorded, epoch days; 0 when nothing is
 * @param fullSinceNs from when on nothing is recorded, for want of memory; 0 when all is
 * @param print the print; null when there was none
 * @param judgedNs the print at which the rule last looked in that second; 0 when it did not
 * @param gates what the rule asked for, in its order; where one is not there, an earlier one had ended the matter
 * @param facts what the figures were made of
 * @param raised the event that was raised, or null
 */
public record Explanation(boolean found, int tradeDay, long fullSinceNs, Print print, long judgedNs, List<Gate> gates,
        Map<String, Double> facts, DisplayEvent raised) {

    /**
     * A print and what became of it.
     *
     * @param tsNs its time
     * @param priceMicros its price
     * @param sizeMicros its size
     * @param verdict what became of it
     * @param condition the condition that kept it from the rules, or null
     * @param facts the figures the verdict is about
     */
    public record Print(long tsNs, long priceMicros, long sizeMicros, Verdict verdict, String condition,
            Map<String, Double> facts) {
    }

    static Explanation none(int tradeDay, long fullSinceNs) {
        return new Explanation(false, tradeDay, fullSinceNs, null, 0, List.of(), Map.of(), null);
    }

    /** Whether the gates, taken together, let an event pass. */
    public boolean passes() {
        boolean required = gates.stream().filter(gate -> gate.alternative() == null).allMatch(Gate::passed);
        Set<String> ways = new TreeSet<>();
        Set<String> closed = new TreeSet<>();
        for (Gate gate : gates) {
            if (gate.alternative() != null) {
                ways.add(gate.alternative());
                if (!gate.passed()) {
                    closed.add(gate.alternative());
                }
            }
        }
        return !gates.isEmpty() && required && (ways.isEmpty() || closed.size() < ways.size());
    }
}
