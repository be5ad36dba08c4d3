package org.tickstock.app.account;

/**
 * Why a password stays as it is.
 *
 * @param input which input is at fault
 * @param detail the rule, without any password
 */
public record PasswordRefusal(Input input, String detail) {

    /** What a person gives to change their password. */
    public enum Input {
        /** The password they have. */
        CURRENT,
        /** The one they want. */
        NEW
    }
}
