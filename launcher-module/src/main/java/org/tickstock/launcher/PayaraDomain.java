package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The folder that a Payara Server runs in, and what its {@code domain.xml} says of the virtual machine.
 *
 * <p>Thread: stateless.
 */
final class PayaraDomain {

    /** What a server writes beside its configuration; each start makes it anew. */
    private static final List<String> LEFT_BEHIND = List.of("applications", "generated");
    /** What a server that ran in the home has left there. */
    private static final Set<String> NOT_COPIED = Set.of("applications", "generated", "osgi-cache", "logs");
    /** {@code [21|]--option}: for this version of Java, and up to the one behind the bar. */
    private static final Pattern FOR_VERSIONS = Pattern.compile("\\[(\\d*)\\|(\\d*)\\](.*)");
    /** A line of {@code logging.properties}, in which Payara replaces no variables. */
    private static final Pattern FORMATTER = Pattern.compile("(?m)^([^#\\n]*\\.formatter=).*$");
    private static final String JSON_FORMATTER = "fish.payara.enterprise.server.logging.JSONLogFormatter";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}=]+)\\}");

    private PayaraDomain() {
    }

    /** Copies the domain {@code from} over what lies in {@code to}, and removes what an earlier run deployed there. */
    static void lay(Path from, Path to) throws IOException {
        for (String name : LEFT_BEHIND) {
            delete(to.resolve(name));
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> isCopied(from.relativize(each))).toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Has console and log file written as JSON, an object a line. */
    static void logInJson(Path domain) throws IOException {
        Path file = domain.resolve("config").resolve("logging.properties");
        Files.writeString(file, FORMATTER.matcher(Files.readString(file)).replaceAll("$1" + JSON_FORMATTER));
    }

    /** The options of {@code config/domain.xml} that are meant for this version of Java, variables replaced. */
    static List<String> virtualMachineOptions(Path domain, int javaVersion, Map<String, String> variables)
            throws IOException {
        NodeList elements = parse(domain.resolve("config").resolve("domain.xml"))
                .getElementsByTagName("jvm-options");
        List<String> options = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            String option = elements.item(i).getTextContent().trim();
            Matcher versions = FOR_VERSIONS.matcher(option);
            if (!versions.matches()) {
                options.add(replaced(option, variables));
            } else if (isWithin(javaVersion, versions.group(1), versions.group(2))) {
                options.add(replaced(versions.group(3), variables));
            }
        }
        return options;
    }

    private static boolean isCopied(Path relative) {
        return !NOT_COPIED.contains(relative.getName(0).toString()) && !relative.toString().endsWith(".ear");
    }

    private static boolean isWithin(int version, String first, String last) {
        return (first.isEmpty() || version >= Integer.parseInt(first))
                && (last.isEmpty() || version <= Integer.parseInt(last));
    }

    private static String replaced(String option, Map<String, String> variables) {
        return VARIABLE.matcher(option).replaceAll(variable ->
                Matcher.quoteReplacement(variables.getOrDefault(variable.group(1), variable.group())));
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new LaunchException(file + " must be XML: " + malformed.getMessage(), malformed);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
