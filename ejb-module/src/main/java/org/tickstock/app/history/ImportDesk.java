package org.tickstock.app.history;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseReady;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.time.EpochClock;

/**
 * Takes orders to import a file, or bars of the vendor's, works on one at a time, and tells how far it is and what came
 * of it.
 *
 * <p>Thread: any asks; the import runs on {@code concurrent/tickstock-journal}.
 * <p>Errors: a {@link RefusedImportException} for an order that cannot be taken; what happens later is told by the
 * record of the import.
 */
@ApplicationScoped
public class ImportDesk {

    private static final Logger LOG = System.getLogger(ImportDesk.class.getName());
    private static final int SHOWN = 20;
    private static final int DEEPEST = 8;
    private static final int CONNECT_S = 10;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;

    @Resource(lookup = "java:app/concurrent/tickstock-journal")
    private ManagedScheduledExecutorService executor;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private ImportSettings settings;
    @Inject
    private SessionCalendar calendar;
    @Inject
    private DatabaseState database;

    @Inject
    private EpochClock clock;

    private final AtomicReference<ImportProgress> current = new AtomicReference<>();
    private ImportTables tables;
    private FileImport files;
    private HttpClient http;

    @PostConstruct
    void open() {
        tables = new ImportTables(dataSource);
        files = new FileImport(dataSource, calendar);
        http = HttpClient.newBuilder().executor(executor).connectTimeout(Duration.ofSeconds(CONNECT_S)).build();
    }

    /** Orders the import of a file below the import folder. */
    public JsonObject order(String name) {
        requireDatabase();
        Path file = fileOf(settings.folder(), name);
        takeOrRefuse(progressOf(file));
        executor.submit(() -> run(List.of(file)));
        return status();
    }

    /** Orders bars of the vendor's. */
    public JsonObject order(VendorOrder order) {
        requireDatabase();
        if (settings.vendorKey().isEmpty()) {
            throw new RefusedImportException(RefusedImportException.Reason.NO_KEY,
                "tickstock.feed.massive.key must be set for imports from the vendor, was empty");
        }
        ImportProgress progress = new ImportProgress(order.origin(), order.pieces().size());
        takeOrRefuse(progress);
        executor.submit(() -> run(order, progress));
        return status();
    }

    /** What is under way, and the newest imports. */
    public JsonObject status() {
        requireDatabase();
        try {
            JsonObjectBuilder json = Json.createObjectBuilder().add("folder", settings.folder().toString());
            ImportProgress now = current.get();
            if (now == null) {
                json.addNull("running");
            } else {
                json.add("running", Json.createObjectBuilder()
                    .add("origin", now.origin())
                    .add("phase", now.phase().name().toLowerCase(Locale.ROOT))
                    .add("rows", now.rows())
                    .add("percent", Math.round(now.percent() * 10) / 10.0));
            }
            return json.add("imports", tables.newest(SHOWN)).build();
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("imports cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** One import with its report; empty when there is none of this number. */
    public Optional<JsonObject> report(long id) {
        requireDatabase();
        try {
            return tables.find(id);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("imports cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** Everything in the folder, where that is wanted, as soon as there is a schema. */
    void atStart(@Observes DatabaseReady ready) {
        if (settings.isAtStart() && Files.isDirectory(settings.folder())) {
            try (Stream<Path> found = Files.walk(settings.folder(), DEEPEST)) {
                List<Path> all = found.filter(ImportDesk::isImportable).sorted().toList();
                if (!all.isEmpty() && take(progressOf(all.get(0)))) {
                    executor.submit(() -> run(all));
                }
            } catch (IOException unreadable) {
                LOG.log(Level.WARNING, "import folder not read folder={0} reason={1}", settings.folder(),
                    unreadable.getMessage());
            }
        }
    }

    private void run(List<Path> all) {
        try {
            for (Path file : all) {
                ImportProgress progress = progressOf(file);
                current.set(progress);
                try {
                    files.run(file, progress);
                } catch (IOException | SQLException | RuntimeException fault) {
                    LOG.log(Level.ERROR, "import failed origin=" + progress.origin(), fault);
                }
            }
        } finally {
            current.set(null);
        }
    }

    private void run(VendorOrder order, ImportProgress progress) {
        try {
            LocalDate today = LocalDate.ofInstant(
                Instant.ofEpochSecond(clock.nowNs() / NS_PER_S), NewYorkCalendar.NEW_YORK);
            new VendorImport(dataSource, calendar)
                .run(order, today, new VendorClient(http, settings, this::pause), progress);
        } catch (SQLException | RuntimeException fault) {
            LOG.log(Level.ERROR, "import failed origin=" + progress.origin(), fault);
        } finally {
            current.set(null);
        }
    }

    private void pause(long ms) {
        long endNs = clock.nowNs() + ms * NS_PER_MS;
        for (long leftNs = ms * NS_PER_MS; leftNs > 0 && !Thread.currentThread().isInterrupted();
                leftNs = endNs - clock.nowNs()) {
            LockSupport.parkNanos(leftNs);
        }
    }

    private void takeOrRefuse(ImportProgress progress) {
        if (!take(progress)) {
            ImportProgress other = current.get();
            throw new RefusedImportException(RefusedImportException.Reason.BUSY,
                "imports are worked on one at a time, another is under way"
                    + (other == null ? "" : ": " + other.origin()));
        }
    }

    private boolean take(ImportProgress progress) {
        return current.compareAndSet(null, progress);
    }

    private ImportProgress progressOf(Path file) {
        return new ImportProgress(settings.folder().relativize(file).toString(), file.toFile().length());
    }

    private void requireDatabase() {
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
    }

    /** The file of this name below the folder, whatever links there are on the way. */
    static Path fileOf(Path folder, String name) {
        try {
            Path real = folder.resolve(name).toRealPath();
            if (real.startsWith(folder.toRealPath()) && isImportable(real)) {
                return folder.resolve(name).normalize();
            }
        } catch (IOException | RuntimeException absent) {
            // Said below like a file that lies elsewhere: what there is outside is nobody's business.
        }
        throw new RefusedImportException(RefusedImportException.Reason.NO_FILE,
            "file must be a .csv or .csv.gz below the import folder, was " + name);
    }

    private static boolean isImportable(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
    }
}
