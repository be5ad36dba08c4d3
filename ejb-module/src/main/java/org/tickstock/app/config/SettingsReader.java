package org.tickstock.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tickstock.app.account.AccountSettings;
import org.tickstock.app.account.AccountsFile;
import org.tickstock.app.bar.BarWriterSettings;
import org.tickstock.app.collect.CollectSettings;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.app.endofday.EndOfDaySettings;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.history.ImportSettings;
import org.tickstock.app.journal.JournalSettings;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendThresholds;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.prioritize.PrioritySettings;
import org.tickstock.engine.trace.TraceSettings;
import org.tickstock.engine.work.WorkSettings;

/**
 * Turns configuration into the rooms' settings.
 *
 * <p>Thread: stateless.
 * <p>Errors: an {@link InvalidConfigurationException} that names every fault at once.
 */
final class SettingsReader {

    private static final String ACCOUNTS_FILE = "accounts.properties";
    private static final String IMPORT_FOLDER = "import";
    private static final String SPILL_FILE = "event-journal.spill";
    private static final List<String> BOOLEANS = List.of("false", "true");

    private SettingsReader() {
    }

    static Settings read(Config config) {
        ConfigReader reader = new ConfigReader(config);
        boolean mayWait = FeedConfig.mayWait(reader);
        Optional<FeedSettings> feed = FeedConfig.feed(reader);
        Optional<DetectSettings> detect = DetectConfig.detect(reader, mayWait);
        Optional<HighLowThresholds> highLow = DetectConfig.highLow(reader);
        Optional<TrendThresholds> trend = DetectConfig.trend(reader);
        Optional<SurgeThresholds> surge = DetectConfig.surge(reader);
        Optional<PrioritySettings> prioritize = prioritize(reader, mayWait);
        Optional<WorkSettings> work = work(reader);
        Optional<EventLogSettings> log = log(reader);
        Optional<CollectSettings> collect =
            reader.build(() -> new CollectSettings(reader.whole(ConfigKey.COLLECT_INTERVAL_MS)));
        Optional<JournalSettings> journal = journal(reader);
        Optional<BarWriterSettings> bars = bars(reader);
        Optional<ImportSettings> imports = reader.build(() -> imports(reader));
        Optional<EndOfDaySettings> endOfDay = reader.build(() -> new EndOfDaySettings(
            reader.whole(ConfigKey.END_OF_DAY_DELAY_MINUTES), reader.number(ConfigKey.END_OF_DAY_COMPLETE_PCT),
            reader.list(ConfigKey.END_OF_DAY_UNIVERSES)));
        Optional<TraceSettings> trace = reader.build(() -> new TraceSettings(
            reader.list(ConfigKey.TRACE_TICKERS), reader.whole(ConfigKey.TRACE_CAPACITY)));
        Optional<AccountSettings> accounts = accounts(reader);
        Optional<AccountsFile> accountsFile = reader.build(
            () -> new AccountsFile(Path.of(reader.text(ConfigKey.DATA_DIR)).resolve(ACCOUNTS_FILE)));
        Optional<WebSettings> web = web(reader);
        SessionCalendar calendar = CalendarConfig.calendar(reader);
        reader.requireNoFaults();
        return new Settings(
            new PipelineSettings(detect.orElseThrow(), prioritize.orElseThrow(), work.orElseThrow(), log.orElseThrow()),
            highLow.orElseThrow(), trend.orElseThrow(), surge.orElseThrow(), feed.orElseThrow(),
            collect.orElseThrow(), accounts.orElseThrow(), accountsFile.orElseThrow(),
            journal.orElseThrow(), bars.orElseThrow(), imports.orElseThrow(),
            endOfDay.orElseThrow(), web.orElseThrow(), calendar, trace.orElseThrow());
    }

    private static Optional<PrioritySettings> prioritize(ConfigReader reader, boolean mayWait) {
        return reader.build(() -> new PrioritySettings(
            reader.whole(ConfigKey.PRIORITIZE_CAPACITY),
            mayWait,
            reader.list(ConfigKey.PRIORITIZE_TOP_TICKERS),
            reader.list(ConfigKey.PRIORITIZE_INDEX_FUNDS)));
    }

    private static Optional<WorkSettings> work(ConfigReader reader) {
        return reader.build(() -> new WorkSettings(
            reader.whole(ConfigKey.WORK_WORKERS_MIN),
            reader.whole(ConfigKey.WORK_WORKERS_MAX),
            reader.whole(ConfigKey.WORK_BATCH),
            reader.whole(ConfigKey.WORK_SCALING_DEPTH),
            reader.whole(ConfigKey.WORK_DISPLAY_CAPACITY)));
    }

    private static Optional<EventLogSettings> log(ConfigReader reader) {
        return reader.build(() -> new EventLogSettings(
            reader.whole(ConfigKey.COLLECT_LOG_CAPACITY),
            reader.whole(ConfigKey.COLLECT_MAX_PER_TYPE)));
    }

    private static Optional<AccountSettings> accounts(ConfigReader reader) {
        return reader.build(() -> new AccountSettings(
            reader.whole(ConfigKey.ACCOUNT_MAX_ATTEMPTS),
            reader.whole(ConfigKey.ACCOUNT_LOCKOUT_MINUTES),
            reader.whole(ConfigKey.ACCOUNT_MAX_LOCKOUTS),
            reader.whole(ConfigKey.ACCOUNT_SESSION_HOURS)));
    }

    private static Optional<JournalSettings> journal(ConfigReader reader) {
        return reader.build(() -> new JournalSettings(
            reader.whole(ConfigKey.JOURNAL_INTERVAL_MS),
            reader.whole(ConfigKey.JOURNAL_GROUP_SIZE),
            reader.whole(ConfigKey.JOURNAL_RETENTION_DAYS),
            reader.longWhole(ConfigKey.JOURNAL_SPILL_MAX_BYTES),
            Path.of(reader.text(ConfigKey.DATA_DIR)).resolve(SPILL_FILE)));
    }

    private static Optional<BarWriterSettings> bars(ConfigReader reader) {
        return reader.build(() -> new BarWriterSettings(
            reader.whole(ConfigKey.BAR_INTERVAL_MS),
            reader.whole(ConfigKey.BAR_HAND_OFF),
            reader.whole(ConfigKey.BAR_PENDING_MAX),
            reader.whole(ConfigKey.BAR_RETENTION_DAYS),
            reader.whole(ConfigKey.BAR_ROLL_UP_RETENTION_DAYS),
            reader.whole(ConfigKey.BAR_RECOMPUTE_MINUTES),
            reader.whole(ConfigKey.BAR_LAST_TRADES)));
    }

    private static ImportSettings imports(ConfigReader reader) {
        String folder = reader.text(ConfigKey.IMPORT_FOLDER);
        return new ImportSettings(
            folder.isEmpty() ? Path.of(reader.text(ConfigKey.DATA_DIR)).resolve(IMPORT_FOLDER) : Path.of(folder),
            reader.oneOf(ConfigKey.IMPORT_AT_START, BOOLEANS).equals("true"),
            URI.create(reader.text(ConfigKey.IMPORT_VENDOR_URL)),
            reader.text(ConfigKey.MASSIVE_KEY),
            reader.longWhole(ConfigKey.IMPORT_VENDOR_PAUSE_MS),
            reader.number(ConfigKey.IMPORT_VOLUME_TOLERANCE_PCT));
    }

    private static Optional<WebSettings> web(ConfigReader reader) {
        return reader.build(() -> new WebSettings(
            reader.whole(ConfigKey.WEB_MAX_CONNECTIONS),
            reader.whole(ConfigKey.WEB_MAX_CONNECTIONS_PER_USER),
            reader.whole(ConfigKey.WEB_LOGIN_ATTEMPTS_PER_MINUTE),
            reader.oneOf(ConfigKey.WEB_TRUST_FORWARDED, BOOLEANS).equals("true")));
    }
}
