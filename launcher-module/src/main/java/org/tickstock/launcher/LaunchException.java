package org.tickstock.launcher;

/**
 * Tells why something could not be started, in words for the person who started it.
 */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong and what to do about it. */
    public LaunchException(String message) {
        super(message);
    }

    /** The same with what caused it. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
