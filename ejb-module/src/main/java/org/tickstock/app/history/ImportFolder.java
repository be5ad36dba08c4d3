package org.tickstock.app.history;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The only folder that files are imported from, with those below it.
 *
 * <p>What a file holds is read from its header once, and again when its size or time has changed.
 * <p>Thread: any.
 * <p>Errors: a {@link RefusedImportException} for a name that is not in it.
 */
final class ImportFolder {

    private static final int DEEPEST = 8;
    private static final int MOST = 1_000;

    private final Path folder;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(long bytes, Instant modified, FileKind kind) {
    }

    ImportFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of this name below the folder, whatever links there are on the way. */
    ImportFile file(String name) {
        try {
            Path real = folder.resolve(name).toRealPath();
            if (real.startsWith(folder.toRealPath()) && isImportable(real)) {
                return of(folder.resolve(name).normalize());
            }
        } catch (IOException | RuntimeException absent) {
            // Said below like a file that lies elsewhere: what there is outside is nobody's business.
        }
        throw new RefusedImportException(RefusedImportException.Reason.NO_FILE,
            "file must be a .csv or .csv.gz below the import folder, was " + name);
    }

    /** Every file below the folder of this name: symbols, universes, days, minutes, each kind by name. */
    List<ImportFile> filesBelow(String name) {
        List<ImportFile> files = List.of();
        try {
            Path real = folder.resolve(name).toRealPath();
            if (real.startsWith(folder.toRealPath()) && Files.isDirectory(real)) {
                files = below(folder.resolve(name).normalize()).stream().map(this::of).map(ImportFile::once)
                    .sorted(Comparator.comparing(file -> seen(file.path()).kind())).toList();
            }
        } catch (IOException | RuntimeException absent) {
            // Said below, like a folder without files.
        }
        if (files.isEmpty()) {
            throw new RefusedImportException(RefusedImportException.Reason.NO_FOLDER,
                "folder must be the import folder or one below it, with .csv or .csv.gz in it, was '" + name + "'");
        }
        return files;
    }

    /** Adds {@code files}, by name, with size and kind, and how many there are beyond what is shown. */
    void tell(JsonObjectBuilder json) {
        List<Path> all = Files.isDirectory(folder) ? readable() : List.of();
        JsonArrayBuilder files = JSON.createArrayBuilder();
        all.stream().limit(MOST).forEach(path -> {
            Seen file = seen(path);
            files.add(JSON.createObjectBuilder().add("file", folder.relativize(path).toString())
                .add("bytes", file.bytes).add("modified_at", file.modified.toString())
                .add("kind", file.kind.wireName()));
        });
        json.add("files", files).add("files_left_out", Math.max(0, all.size() - MOST));
        seen.keySet().retainAll(all);
    }

    private List<Path> readable() {
        try {
            return below(folder);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private List<Path> below(Path start) throws IOException {
        Path realFolder = folder.toRealPath();
        try (Stream<Path> found = Files.walk(start, DEEPEST)) {
            return found.filter(ImportFolder::isImportable).filter(path -> isBelow(realFolder, path)).sorted().toList();
        }
    }

    private static boolean isBelow(Path realFolder, Path path) {
        try {
            return path.toRealPath().startsWith(realFolder);
        } catch (IOException gone) {
            return false;
        }
    }

    private ImportFile of(Path path) {
        return ImportFile.of(path, folder.relativize(path).toString());
    }

    private Seen seen(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return seen.compute(path, (any, before) -> before != null && before.bytes == now.size()
                && before.modified.equals(now.lastModifiedTime().toInstant()) ? before
                : new Seen(now.size(), now.lastModifiedTime().toInstant(), of(path).kind()));
        } catch (IOException gone) {
            return new Seen(0, Instant.EPOCH, FileKind.UNKNOWN);
        }
    }

    private static boolean isImportable(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
    }
}
