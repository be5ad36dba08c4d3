package org.tickstock.app.history;

/**
 * Tells why a row is no bar.
 */
final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 30;

    BadRowException(String field, String rule, String value) {
        super(field + " must be " + rule + ", was '" + value.substring(0, Math.min(SHOWN, value.length())) + "'");
    }
}
