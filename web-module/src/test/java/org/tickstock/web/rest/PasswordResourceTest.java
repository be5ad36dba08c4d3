package org.tickstock.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.web.WireSamples.parse;
import static org.tickstock.web.WireSamples.sample;

import org.junit.jupiter.api.Test;
import org.tickstock.app.account.PasswordRefusal;
import org.tickstock.app.account.PasswordRefusal.Input;

class PasswordResourceTest {

    @Test
    void readsTheBodyOfTheSample() {
        JsonBody body = new JsonBody(sample("password"));

        assertThat(body.json().keySet()).containsExactly("current", "new");
        assertThat(body.string("current")).isNotEqualTo(body.string("new"));
    }

    @Test
    void answersAWrongCurrentPasswordByTheSample() {
        PasswordRefusal refusal = new PasswordRefusal(
                Input.CURRENT, "must be the account's password, and the account must not be locked");

        assertThat(parse(PasswordResource.problem(refusal).toJson())).isEqualTo(sample("password_refused"));
    }

    @Test
    void answersABrokenRuleWithTheNewPasswordsField() {
        PasswordRefusal refusal = new PasswordRefusal(Input.NEW, "must be 8 to 64 characters, was 5");

        assertThat(PasswordResource.problem(refusal).status()).isEqualTo(400);
        assertThat(PasswordResource.problem(refusal).field()).isEqualTo("new");
        assertThat(PasswordResource.problem(refusal).detail()).isEqualTo("new must be 8 to 64 characters, was 5");
    }
}
