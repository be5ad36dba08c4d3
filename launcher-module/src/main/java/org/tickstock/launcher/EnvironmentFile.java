package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables from a file with a line {@code KEY=value} for each, which systemd and Docker read as well.
 *
 * <p>Empty lines and those that begin with {@code #} say nothing, nor does a key without a value. A value may stand in
 * quotes, single or double; nothing in it is expanded.
 * <p>Thread: stateless.
 * <p>Errors: a line that is none of these is refused with a {@link LaunchException} that names file and line, and not
 * what it holds, which may be a secret.
 */
final class EnvironmentFile {

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1");
    private static final String COMMENT = "#";

    private EnvironmentFile() {
    }

    /** What the file says, in its order; nothing where there is no file. */
    static Map<String, String> read(Path file) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return variables;
        }
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith(COMMENT)) {
                continue;
            }
            Matcher matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                throw new LaunchException(file + " line " + number + " must be KEY=value, a comment or empty");
            }
            String value = unquoted(matcher.group(2).strip());
            if (!value.isEmpty()) {
                variables.put(matcher.group(1), value);
            }
        }
        return variables;
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new LaunchException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return quoted.matches() ? quoted.group(2) : value;
    }
}
