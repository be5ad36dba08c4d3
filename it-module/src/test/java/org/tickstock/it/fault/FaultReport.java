package org.tickstock.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of findings, as Markdown: printed, and kept beside the build's other results. */
final class FaultReport {

    private static final String HEAD = """
            | Fault | s | Detected | Refused | Journalled | Declared | Lost | Clients | Delivered | Duplicates |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    private final List<Finding> findings = new ArrayList<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Finding finding : findings) {
            text.append(String.format(Locale.ROOT, "| %s | %.0f | %,d | %,d | %,d | %,d | %d | %d | %,d | %d |%n",
                    finding.fault(), finding.took().toMillis() / 1_000.0, finding.detected(), finding.refused(),
                    finding.journalled(), finding.declared(), finding.lost(), finding.clients(),
                    finding.deliveries(), finding.duplicates()));
        }
        text.append('\n');
        findings.forEach(finding -> text.append("- **").append(finding.fault()).append("**: ").append(finding.does())
                .append('\n'));
        return text.toString();
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, markdown());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
