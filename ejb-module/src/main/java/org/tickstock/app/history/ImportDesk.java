package org.tickstock.app.history;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseReady;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.universe.UniverseLoader;
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
    private UniverseLoader universes;
    @Inject
    private DatabaseState database;
    @Inject
    private EpochClock clock;

    private final AtomicReference<ImportProgress> current = new AtomicReference<>();
    private ImportTables tables;
    private ImportFolder folder;
    private FileImport files;
    private HttpClient http;

    @PostConstruct
    void open() {
        tables = new ImportTables(dataSource);
        folder = new ImportFolder(settings.folder());
        files = new FileImport(dataSource, calendar, settings.volumeTolerancePct(), this::loadReference);
        http = HttpClient.newBuilder().executor(executor).connectTimeout(Duration.ofSeconds(CONNECT_S)).build();
    }

    /** Orders the import of a file below the import folder. */
    public JsonObject order(String name) {
        requireDatabase();
        return order(List.of(folder.file(name)));
    }

    /** Orders the import of a file as the members of one universe, whatever else it holds. */
    public JsonObject orderMembers(String name, String universe, String title) {
        requireDatabase();
        ImportFile file = folder.file(name);
        return order(List.of(new ImportFile(file.path(), file.origin(), universe, title, false)));
    }

    /** Orders every file below a folder: symbols, universes, days, minutes; what is in already is passed over. */
    public JsonObject orderFolder(String name) {
        requireDatabase();
        return order(folder.filesBelow(name));
    }

    private JsonObject order(List<ImportFile> all) {
        takeOrRefuse(progressOf(all, 0));
        executor.submit(() -> run(all));
        return status();
    }

    /** Orders the vendor's list of symbols, or these with their market capitalisations. */
    public JsonObject orderSymbols(List<String> symbols) {
        requireDatabase();
        requireKey();
        ImportProgress progress = new ImportProgress(VendorSymbolImport.origin(symbols), symbols.size());
        takeOrRefuse(progress);
        executor.submit(() -> run(progress, (today, vendor) ->
            new VendorSymbolImport(dataSource, this::loadReference).run(symbols, today, vendor, progress)));
        return status();
    }

    /** Orders bars of the vendor's. */
    public JsonObject order(VendorOrder order) {
        requireDatabase();
        requireKey();
        ImportProgress progress = new ImportProgress(order.origin(), order.pieces().size());
        takeOrRefuse(progress);
        executor.submit(() -> run(progress, (today, vendor) ->
            new VendorImport(dataSource, calendar, settings.volumeTolerancePct())
                .run(order, today, vendor, progress)));
        return status();
    }

    /** What is under way, and the newest imports. */
    public JsonObject status() {
        requireDatabase();
        try {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("folder", settings.folder().toString());
            ImportProgress now = current.get();
            if (now == null) {
                json.addNull("running");
            } else {
                json.add("running", JSON.createObjectBuilder()
                    .add("origin", now.origin())
                    .add("number", now.number())
                    .add("of", now.of())
                    .add("phase", now.phase().name().toLowerCase(Locale.ROOT))
                    .add("rows", now.rows())
                    .add("percent", Math.round(now.percent() * 10) / 10.0));
            }
            folder.tell(json);
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
        if (settings.isAtStart()) {
            try {
                List<ImportFile> all = folder.filesBelow("");
                if (take(progressOf(all, 0))) {
                    executor.submit(() -> run(all));
                }
            } catch (RefusedImportException empty) {
                LOG.log(Level.INFO, "nothing to import at the start folder={0}", settings.folder());
            }
        }
    }

    private void run(List<ImportFile> all) {
        try {
            for (int i = 0; i < all.size(); i++) {
                ImportProgress progress = progressOf(all, i);
                current.set(progress);
                try {
                    files.run(all.get(i), progress);
                } catch (SQLException | RuntimeException fault) {
                    LOG.log(Level.ERROR, "import failed origin=" + progress.origin(), fault);
                }
            }
        } finally {
            current.set(null);
        }
    }

    /** Something that is asked of the vendor. */
    private interface Question {
        void ask(LocalDate today, VendorClient vendor) throws SQLException;
    }

    private void run(ImportProgress progress, Question question) {
        try {
            question.ask(LocalDate.ofInstant(Instant.ofEpochSecond(clock.nowNs() / NS_PER_S), NewYorkCalendar.NEW_YORK),
                new VendorClient(http, settings, this::pause));
        } catch (SQLException | RuntimeException fault) {
            LOG.log(Level.ERROR, "import failed origin=" + progress.origin(), fault);
        } finally {
            current.set(null);
        }
    }

    /** What an import has changed counts from now on; what cannot be loaded counts from the next start on. */
    private void loadReference() {
        try {
            universes.load();
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "universes not loaded anew, they stay as they were until the next start", fault);
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

    private static ImportProgress progressOf(List<ImportFile> all, int at) {
        ImportFile file = all.get(at);
        return new ImportProgress(file.origin(), file.path().toFile().length(), at + 1, all.size());
    }

    private void requireKey() {
        if (settings.vendorKey().isEmpty()) {
            throw new RefusedImportException(RefusedImportException.Reason.NO_KEY,
                "tickstock.feed.massive.key must be set for imports from the vendor, was empty");
        }
    }

    private void requireDatabase() {
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
    }
}
