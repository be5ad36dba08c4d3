package org.tickstock.app.feed;

import java.util.Arrays;

/**
 * Puts the parts of one text message together, up to a bound.
 *
 * <p>Thread: one owner; reused from message to message.
 * <p>Units: characters.
 * <p>Errors: a message beyond the bound is dropped whole; {@link #isComplete} says so.
 */
final class MassiveFrame {

    private static final int INITIAL = 64 * 1024;
    private static final int KEPT = 1024 * 1024;

    private final int maxLength;
    private char[] chars = new char[INITIAL];
    private int length;
    private boolean complete = true;

    MassiveFrame(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Adds one part. */
    void append(CharSequence part) {
        if (!complete || part.length() > maxLength - length) {
            complete = false;
            return;
        }
        int needed = length + part.length();
        if (needed > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(needed, Math.min(maxLength, chars.length * 2)));
        }
        for (int at = 0; at < part.length(); at++) {
            chars[length + at] = part.charAt(at);
        }
        length = needed;
    }

    /** Whether every part since the last {@link #clear} fitted. */
    boolean isComplete() {
        return complete;
    }

    /** The message; valid up to {@link #length()}. */
    char[] chars() {
        return chars;
    }

    /** How long the message is. */
    int length() {
        return length;
    }

    /** Begins the next message; the room a very long one needed is given back. */
    void clear() {
        length = 0;
        complete = true;
        if (chars.length > KEPT) {
            chars = new char[INITIAL];
        }
    }
}
