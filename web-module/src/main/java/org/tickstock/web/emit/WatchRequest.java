package org.tickstock.web.emit;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.tickstock.app.emit.StateWatch;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * Reads the data of {@code market_state_watch}.
 *
 * <p>Thread: stateless.
 * <p>Errors: {@link IllegalArgumentException} where it names no universe that is known.
 */
final class WatchRequest {

    private WatchRequest() {
    }

    /** What the client wants to follow; null where it is nothing any more. */
    static StateWatch of(JsonValue data, UniverseIndex universes) {
        JsonValue value = data instanceof JsonObject object ? object.get("universe") : null;
        if (value == JsonValue.NULL) {
            return null;
        }
        String name = value instanceof JsonString text ? text.getString().toLowerCase(Locale.ROOT) : "";
        if (name.isEmpty() || !universes.unknownOf(List.of(name)).isEmpty()) {
            throw new IllegalArgumentException("market_state_watch universe must be one that is known, or null, was "
                    + ClientFrames.shortened(String.valueOf(value)));
        }
        return new StateWatch(name);
    }
}
