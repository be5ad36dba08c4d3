package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a rule looked at; filled by the rule's own comparisons.
 *
 * <p>Thread: belongs to whoever explains.
 */
public final class Gates {

    private final List<Gate> gates = new ArrayList<>();
    private final Map<String, Double> facts = new LinkedHashMap<>();

    /** A comparison that must hold; returns whether it does. */
    public boolean need(String name, double value, String relation, double needed, boolean passed) {
        gates.add(new Gate(name, value, relation, needed, passed, null));
        return passed;
    }

    /** A comparison of one of several ways. */
    public void either(String alternative, String name, double value, String relation, double needed,
            boolean passed) {
        gates.add(new Gate(name, value, relation, needed, passed, alternative));
    }

    /** A figure that nothing is compared with here, but that others were made of. */
    public void fact(String name, double value) {
        facts.put(name, value);
    }

    List<Gate> gates() {
        return List.copyOf(gates);
    }

    Map<String, Double> facts() {
        return new LinkedHashMap<>(facts);
    }
}
