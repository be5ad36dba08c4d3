package org.tickstock.it.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of {@code deploy/} and the pages that tell of them. */
final class DeployFiles {

    private static final Path CHECKOUT = checkout();
    private static final Pattern KEY = Pattern.compile("`(tickstock\\.[a-z0-9.-]+)`");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    private DeployFiles() {
    }

    /** A file below the checkout. */
    static Path path(String name) {
        return CHECKOUT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The one document of a YAML file; a key that occurs twice is refused. */
    static Map<String, Object> yaml(String name) {
        return yamls(name).get(0);
    }

    /** Every document of a YAML file. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> yamls(String name) {
        Load load = new Load(LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build());
        return StreamSupport.stream(load.loadAllFromString(text(name)).spliterator(), false)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    /** What lies at the end of this way through maps, or null. */
    static Object at(Object document, String... way) {
        Object here = document;
        for (String step : way) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object document, String... way) {
        Object found = at(document, way);
        return found == null ? List.of() : (List<Object>) found;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object document, String... way) {
        Object found = at(document, way);
        return found == null ? Map.of() : (Map<String, Object>) found;
    }

    /** Every variable that docs/configuration.md knows, keys in the form that the environment has them. */
    static Set<String> knownVariables() {
        String page = text("docs/configuration.md");
        Set<String> known = VARIABLE.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
        KEY.matcher(page).results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .forEach(known::add);
        return known;
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("deploy").resolve("nginx"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
