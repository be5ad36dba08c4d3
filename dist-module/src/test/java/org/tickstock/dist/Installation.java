package org.tickstock.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The zip, unpacked as the JDK's own {@code jar xf} does it: without the scripts' right to be run.
 *
 * @param home the folder that the zip holds
 */
record Installation(Path home) {

    static Path zip() {
        return Path.of(System.getProperty("tickstock.dist.zip"));
    }

    static Installation unpack(Path folder) throws IOException {
        clear(folder);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(folder.resolve(entry.getName()), entry, in);
            }
        }
        return new Installation(folder.resolve(System.getProperty("tickstock.dist.name")));
    }

    /** Makes the folder empty. */
    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Starts {@code bin/tickstock} with these variables and no others but those that find Java. */
    Process launch(Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", home.resolve("bin").resolve("tickstock").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Every file with its size and time, those of the data folder left out. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                if (!name.startsWith("data" + file.getFileSystem().getSeparator())) {
                    files.put(name, Files.size(file) + " bytes of " + Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }

    private static void unpack(Path file, ZipEntry entry, InputStream in) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        }
    }
}
