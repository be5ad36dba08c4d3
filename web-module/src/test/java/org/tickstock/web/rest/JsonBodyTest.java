package org.tickstock.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"text\""})
    void refusesWhatIsNotOneObject(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(RefusedException.class)
                .hasMessage("the body must be one JSON object");
    }

    @Test
    void namesTheFieldAtFaultAndItsValue() {
        JsonBody body = read("{\"a\":1,\"b\":[\"x\",2],\"c\":[\"x\"],\"d\":\"y\"}");

        assertThatThrownBy(() -> body.string("a")).hasMessage("a must be a string, was 1");
        assertThatThrownBy(() -> body.string("z")).hasMessage("z must be a string, was null");
        assertThatThrownBy(() -> body.strings("a")).hasMessage("a must be an array of strings, was 1");
        assertThatThrownBy(() -> body.strings("b")).hasMessage("b must hold strings only, held 2");
        assertThat(body.strings("c")).containsExactly("x");
        assertThat(body.string("d")).isEqualTo("y");
    }

    @Test
    void refusesABodyThatIsLargerThanAny() {
        String large = "{\"a\":\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}";

        assertThatThrownBy(() -> read(large)).hasMessage("the body must be at most 16384 bytes");
    }

    @Test
    void refusesTextThatADatabaseCannotKeep() {
        JsonBody body = read("{\"a\":\"x\\u0000\",\"b\":[\"x\\u0000\"]}");

        assertThatThrownBy(() -> body.string("a")).hasMessage("a must not hold the character NUL, was \"x\\u0000\"");
        assertThatThrownBy(() -> body.strings("b")).hasMessageStartingWith("b must not hold the character NUL");
    }

    @Test
    void writesAProblemWithTheFieldOnlyWhereThereIsOne() {
        assertThat(ApiProblem.badRequest("limit", "limit must be 1 to 1000, was 0").toJson()).isEqualTo(
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"limit must be 1 to 1000, was 0\",\"field\":\"limit\"}");
        assertThat(ApiProblem.unauthorized().toJson()).doesNotContain("field");
    }

    private static JsonBody read(String text) {
        return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
