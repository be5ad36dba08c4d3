package org.tickstock.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Pattern ROW =
        Pattern.compile("^\\| `(tickstock\\.[^`]+)` \\| (?:`([^`]*)`)? ?\\|", Pattern.MULTILINE);

    @Test
    void listsEveryKeyWithItsDefaultAndNoOther() throws IOException {
        Map<String, String> written = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("..", "docs", "configuration.md")));
        while (rows.find()) {
            written.put(rows.group(1), rows.group(2) == null ? "" : rows.group(2));
        }

        assertThat(written).isEqualTo(defaults());
    }

    @Test
    void everyKeyHasADefaultAndEveryDefaultIsAKey() {
        assertThat(defaults().keySet()).isEqualTo(
            Arrays.stream(ConfigKey.values()).map(ConfigKey::key).collect(Collectors.toSet()));
    }

    private static Map<String, String> defaults() {
        Properties defaults = Configs.defaults();
        return new TreeMap<>(defaults.stringPropertyNames().stream()
            .collect(Collectors.toMap(key -> key, key -> withoutOtherName(defaults.getProperty(key)))));
    }

    /** A default may come from a variable of another name: {@code ${NAME:1000}} is 1000. */
    private static String withoutOtherName(String value) {
        return value.replaceFirst("^\\$\\{[A-Z_]+:(.*)}$", "$1");
    }
}
