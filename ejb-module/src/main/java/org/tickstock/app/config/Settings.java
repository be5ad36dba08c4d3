package org.tickstock.app.config;

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
 * Everything that configuration says, checked.
 */
record Settings(
        PipelineSettings pipeline, HighLowThresholds highLow, TrendThresholds trend, SurgeThresholds surge,
        FeedSettings feed, CollectSettings collect, AccountSettings accounts, AccountsFile accountsFile,
        JournalSettings journal, BarWriterSettings bars, ImportSettings imports, EndOfDaySettings endOfDay,
        WebSettings web, SessionCalendar calendar, TraceSettings trace) {
}
