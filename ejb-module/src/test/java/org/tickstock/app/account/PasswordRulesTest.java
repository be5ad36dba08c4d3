package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcdef1!", "1-aaaaaa", "pass word 1", "жжжжжж1.", "a1$456789"})
    void acceptsALetterADigitAndASignInEightCharacters(String password) {
        assertThat(PasswordRules.faultOf(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abcde1!, 'must be 8 to 64 characters, was 7'", "PASSWORD, must not be one of the most common ones"})
    void saysWhichRuleIsBroken(String password, String fault) {
        assertThat(PasswordRules.faultOf(password)).hasValue(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefgh!", "12345678!", "abcdefgh1"})
    void refusesWhereOneOfThreeIsMissing(String password) {
        assertThat(PasswordRules.faultOf(password)).hasValueSatisfying(fault ->
            assertThat(fault).contains("a letter, a digit and a sign"));
    }

    @Test
    void countsCharactersAsAPersonDoes() {
        assertThat(PasswordRules.faultOf("a1!" + "\uD83D\uDE00".repeat(61))).isEmpty();
        assertThat(PasswordRules.faultOf("a1!" + "x".repeat(62))).hasValueSatisfying(fault ->
            assertThat(fault).endsWith("was 65"));
    }

    @Test
    void isKeptByTheFirstPasswords() {
        FirstPasswords passwords = new FirstPasswords();

        assertThat(Stream.generate(passwords::next).limit(2_000)).allSatisfy(password ->
            assertThat(PasswordRules.faultOf(password)).isEmpty());
    }
}
