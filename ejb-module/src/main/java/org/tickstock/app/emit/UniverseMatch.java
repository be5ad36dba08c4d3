package org.tickstock.app.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Tells through which of a user's universes an event reaches them.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class UniverseMatch {

    private static final Set<EventType> HIGHLOW = EnumSet.of(EventType.HIGH, EventType.LOW, EventType.REVISION);

    @Inject
    private UniverseIndexHolder universes;

    /** Whether an event of this type and symbol is in one of the selected universes. */
    public boolean matches(int symbolId, EventType type, UniverseSelection selection) {
        return universes.current().symbolsOf(selected(type, selection)).get(symbolId);
    }

    /** The tracker that decides, what is selected for it, and which of that holds the symbol. */
    public JsonObjectBuilder json(int symbolId, EventType type, UniverseSelection selection) {
        UniverseIndex index = universes.current();
        JsonArrayBuilder selected = JSON.createArrayBuilder();
        JsonArrayBuilder holding = JSON.createArrayBuilder();
        for (String name : selected(type, selection)) {
            selected.add(name);
            if (index.symbolsOf(List.of(name)).get(symbolId)) {
                holding.add(name);
            }
        }
        return JSON.createObjectBuilder()
            .add("tracker", HIGHLOW.contains(type) ? "highlow" : "market")
            .add("selected", selected)
            .add("holding", holding)
            .add("matches", matches(symbolId, type, selection));
    }

    private static List<String> selected(EventType type, UniverseSelection selection) {
        return HIGHLOW.contains(type) ? selection.highlow() : selection.market();
    }
}
