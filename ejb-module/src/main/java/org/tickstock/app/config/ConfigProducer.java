package org.tickstock.app.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendThresholds;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.trace.TraceSettings;

/**
 * Turns MicroProfile Config into settings records; the only reader of keys.
 *
 * <p>Thread: the deployment's.
 * <p>Errors: values that break a rule end the start, all named at once; a key that means nothing is warned of.
 */
@ApplicationScoped
public class ConfigProducer {

    private static final Logger LOG = System.getLogger(ConfigProducer.class.getName());

    @Inject
    private Config config;
    private Settings settings;

    /** Reads when the application starts, not when somebody first asks: a wrong value must not lie in wait. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.log(Level.INFO, "configuration read provider={0} lanes={1}",
            settings().feed().provider().wireName(), settings().pipeline().detect().lanes());
    }

    /** Not in a life-cycle method: the container would hide the message behind one of its own. */
    private synchronized Settings settings() {
        if (settings == null) {
            UnknownKeys.among(config.getPropertyNames())
                .forEach(name -> LOG.log(Level.WARNING, "configuration key unknown, ignored key={0}", name));
            settings = SettingsReader.read(config);
        }
        return settings;
    }

    @Produces
    @Singleton
    PipelineSettings pipeline() {
        return settings().pipeline();
    }

    @Produces
    @Singleton
    HighLowThresholds highLow() {
        return settings().highLow();
    }

    @Produces
    @Singleton
    TrendThresholds trend() {
        return settings().trend();
    }

    @Produces
    @Singleton
    SurgeThresholds surge() {
        return settings().surge();
    }

    @Produces
    @Singleton
    FeedSettings feed() {
        return settings().feed();
    }

    @Produces
    @Singleton
    SessionCalendar calendar() {
        return settings().calendar();
    }

    @Produces
    @Singleton
    CollectSettings collect() {
        return settings().collect();
    }

    @Produces
    @Singleton
    AccountSettings accounts() {
        return settings().accounts();
    }

    @Produces
    @Singleton
    AccountsFile accountsFile() {
        return settings().accountsFile();
    }

    @Produces
    @Singleton
    WebSettings web() {
        return settings().web();
    }

    @Produces
    @Singleton
    TraceSettings trace() {
        return settings().trace();
    }

    @Produces
    @Singleton
    JournalSettings journal() {
        return settings().journal();
    }

    @Produces
    @Singleton
    BarWriterSettings bars() {
        return settings().bars();
    }

    @Produces
    @Singleton
    ImportSettings imports() {
        return settings().imports();
    }

    @Produces
    @Singleton
    EndOfDaySettings endOfDay() {
        return settings().endOfDay();
    }
}
