package org.tickstock.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
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

    /** Parses a body, which must be one JSON object. */
    public static JsonBody parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text == null ? "" : text))) {
            return new JsonBody(reader.readObject());
        } catch (JsonException malformed) {
            throw new RefusedException(ApiProblem.badRequest("body", "the body must be one JSON object"));
        }
    }

    /** A string that must be there. */
    public String string(String field) {
        JsonValue value = json.get(field);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new RefusedException(ApiProblem.badRequest(field, field + " must be a string, was " + value));
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
            strings.add(text.getString());
        }
        return strings;
    }
}
