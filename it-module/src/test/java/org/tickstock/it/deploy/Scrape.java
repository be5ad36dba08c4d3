package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickstock.it.Http;
import org.tickstock.launcher.TickStockServer;

/**
 * What Prometheus would read of a running server, and whether a query would find anything in it.
 *
 * @param samples every line of values
 */
record Scrape(List<Scrape.Sample> samples) {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)(=~|!=|!~|=)\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SELECTOR = Pattern.compile("\\b(tickstock_\\w+)(?:\\{([^}]*)})?");
    /** Those that Prometheus or Grafana add. */
    private static final List<String> FROM_OUTSIDE = List.of("job", "instance");

    static Scrape of(TickStockServer server) {
        String text = Http.get(server.address().resolve("metrics")).body();
        return new Scrape(text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(Scrape::sample)
                .toList());
    }

    /** Says of each selector in a query whether a sample of this server has it. */
    void answers(String query) {
        Matcher selectors = SELECTOR.matcher(query);
        while (selectors.find()) {
            String name = selectors.group(1);
            String matchers = selectors.group(2) == null ? "" : selectors.group(2);
            assertThat(samples).as("%s in %s", selectors.group(), query)
                    .anyMatch(sample -> sample.name.equals(name) && sample.matches(matchers));
        }
    }

    private static Sample sample(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
        while (label.find()) {
            labels.put(label.group(1), label.group(3));
        }
        return new Sample(matcher.group(1), labels);
    }

    /** One series. */
    record Sample(String name, Map<String, String> labels) {

        private boolean matches(String matchers) {
            Matcher each = LABEL.matcher(matchers);
            while (each.find()) {
                if (!FROM_OUTSIDE.contains(each.group(1)) && !matches(each.group(1), each.group(2), each.group(3))) {
                    return false;
                }
            }
            return true;
        }

        private boolean matches(String label, String operator, String wanted) {
            String value = labels.getOrDefault(label, "");
            return switch (operator) {
                case "=" -> value.equals(wanted);
                case "!=" -> !value.equals(wanted);
                case "=~" -> value.matches(wanted);
                default -> !value.matches(wanted);
            };
        }
    }
}
