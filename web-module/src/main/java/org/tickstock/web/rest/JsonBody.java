package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Reads a request's body; what does not fit is refused with the field's name.
 *
 * @param json the body
 */
public record JsonBody(JsonObject json) {

    /** The largest body there is sense in. */
    static final int MAX_BYTES = 16 * 1_024;

    /** Reads a body, which must be one JSON object in UTF-8. */
    public static JsonBody read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new RefusedException(ApiProblem.tooLarge(MAX_BYTES));
            }
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonBody parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return new JsonBody(reader.readObject());
        } catch (JsonException malformed) {
            throw new RefusedException(ApiProblem.badRequest("body", "the body must be one JSON object"));
        }
    }

    /** A string that must be there. */
    public String string(String field) {
        JsonValue value = json.get(field);
        if (!(value instanceof JsonString text)) {
            throw new RefusedException(ApiProblem.badRequest(field, field + " must be a string, was " + value));
        }
        return storable(field, text);
    }

    /** A list of strings that must be there. */
    public List<String> strings(String field) {
        if (!(json.get(field) instanceof JsonArray array)) {
            throw new RefusedException(
                    ApiProblem.badRequest(field, field + " must be an array of strings, was " + json.get(field)));
        }
        List<String> strings = new ArrayList<>();
        for (JsonValue value : array) {
            if (!(value instanceof JsonString text)) {
                throw new RefusedException(
                        ApiProblem.badRequest(field, field + " must hold strings only, held " + value));
            }
            strings.add(storable(field, text));
        }
        return strings;
    }

    /** A database keeps any text but one with the character NUL. */
    private static String storable(String field, JsonString text) {
        if (text.getString().indexOf('\0') >= 0) {
            throw new RefusedException(
                    ApiProblem.badRequest(field, field + " must not hold the character NUL, was " + text));
        }
        return text.getString();
    }
}
