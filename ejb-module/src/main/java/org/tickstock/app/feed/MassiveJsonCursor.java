package org.tickstock.app.feed;

/**
 * Walks over the JSON text of one frame token by token, without recursion and without making objects.
 *
 * <p>It finds where values begin and end; what they mean is the reader's business. A bare word such as {@code NaN} is
 * passed over as a value, so that one bad field costs one event and not the frame.
 * <p>Thread: one owner; not shared.
 * <p>Errors: false where the text ends too early or a token is not there.
 */
final class MassiveJsonCursor {

    private char[] text = new char[0];
    private int end;
    private int at;

    /** Begins at {@code from} of {@code source}, of which {@code to} is the end. */
    void reset(char[] source, int from, int to) {
        text = source;
        at = from;
        end = to;
    }

    /** Where the next token begins, or the end of the text. */
    int position() {
        while (at < end && isSpace(text[at])) {
            at++;
        }
        return at;
    }

    /** Whether only white space is left. */
    boolean atEnd() {
        return position() == end;
    }

    /** Goes back to a position that was left. */
    void rewind(int position) {
        at = position;
    }

    /** Takes {@code expected} if it is next. */
    boolean take(char expected) {
        if (position() < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over one string; its quotes are the first and the last character passed. */
    boolean skipString() {
        if (!take('"')) {
            return false;
        }
        while (at < end) {
            char next = text[at++];
            if (next == '"') {
                return true;
            }
            if (next == '\\') {
                at++;
            }
        }
        at = end;
        return false;
    }

    /** Passes over one value of any kind. */
    boolean skipValue() {
        if (atEnd()) {
            return false;
        }
        return switch (text[at]) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipWord();
        };
    }

    /** Where the value that was just passed ends. */
    int offset() {
        return at;
    }

    /** Whether {@code text[from, to)} is {@code value}. */
    static boolean isText(char[] text, int from, int to, String value) {
        if (to - from != value.length()) {
            return false;
        }
        for (int n = 0; n < value.length(); n++) {
            if (text[from + n] != value.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    /** The string between the quotes, {@code text[from, to)}, with its escapes resolved. */
    static String unescape(char[] text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            if (text[at] != '\\' || at + 1 == to) {
                plain.append(text[at]);
                continue;
            }
            at++;
            int code = text[at] == 'u' && at + 4 < to ? hex(text, at + 1) : -1;
            if (code >= 0) {
                plain.append((char) code);
                at += 4;
            } else {
                plain.append(resolved(text[at]));
            }
        }
        return plain.toString();
    }

    private static int hex(char[] text, int from) {
        int code = 0;
        for (int n = 0; n < 4; n++) {
            int digit = Character.digit(text[from + n], 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static char resolved(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }

    private boolean skipNested() {
        int depth = 0;
        while (at < end) {
            char next = text[at];
            if (next == '"') {
                if (!skipString()) {
                    return false;
                }
                continue;
            }
            at++;
            if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
                if (depth == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean skipWord() {
        int from = at;
        while (at < end && !isSpace(text[at]) && "{}[]:,\"".indexOf(text[at]) < 0) {
            at++;
        }
        return at > from;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
