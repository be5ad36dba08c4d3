package org.tickstock.app.json;

import jakarta.json.spi.JsonProvider;

/**
 * Where objects, arrays and readers of JSON come from.
 *
 * <p>The static methods of {@link jakarta.json.Json} look for their provider with every value they make; fifty rows of
 * the rankings did so 1,500 times, which was nearly all of what their answer cost.
 * <p>Thread: any.
 */
public final class JsonFactory {

    /** The server's provider, found once. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonFactory() {
    }
}
