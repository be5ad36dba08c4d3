package org.tickstock.app.emit.plain;

/** One thing that a rule asks for; of gates with a way, those of one way must pass. */
public record PlainGate(String name, double value, String relation, double needed, boolean passed, String way) {

    static PlainGate atLeast(String name, double value, double needed) {
        return new PlainGate(name, value, ">=", needed, value >= needed, null);
    }

    PlainGate in(String one) {
        return new PlainGate(name, value, relation, needed, passed, one);
    }
}
