package org.tickstock.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.tickstock.app.bar.BarLanes;
import org.tickstock.app.journal.EpochFile;
import org.tickstock.app.journal.JournalSettings;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.analytics.PressureBoard;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.detect.Detector;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.market.Listing;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.time.SystemEpochClock;
import org.tickstock.engine.trace.TraceSettings;
import org.tickstock.engine.trace.Tracer;

/**
 * Makes the one pipeline of the server and hands out its parts.
 *
 * <p>Everything is {@code @Singleton}: one instance, and no client proxy between a lane and a rule.
 * <p>Thread: the deployment's.
 */
@ApplicationScoped
public class PipelineProducer {

    private static final long NS_PER_MS = 1_000_000L;
    private static final Comparator<Detector> FIXED_ORDER =
        Comparator.comparing(Detector::phase).thenComparing(Detector::name);

    @Inject
    private BarLanes bars;

    /** Every rule there is as a bean; its epoch is the time of the start, or greater where that was used before. */
    @Produces
    @Singleton
    Pipeline pipeline(PipelineSettings settings, @Any Instance<Detector> detectors, SymbolTable symbols,
            SessionCalendar calendar, EpochClock clock, Tracer tracer, JournalSettings journal) {
        List<Detector> rules = detectors.stream().sorted(FIXED_ORDER).toList();
        long epoch = EpochFile.next(journal.spillFile().toAbsolutePath().getParent(), clock.nowNs() / NS_PER_MS);
        return new Pipeline(settings, rules, symbols, calendar, clock, epoch, bars::observeNext, tracer);
    }

    @Produces
    @Singleton
    Tracer tracer(TraceSettings settings, EpochClock clock) {
        return new Tracer(settings, clock);
    }

    @Produces
    @Singleton
    EventLog log(Pipeline pipeline) {
        return pipeline.log();
    }

    @Produces
    @Singleton
    PressureBoard pressure(Pipeline pipeline) {
        return pipeline.pressure();
    }

    @Produces
    @Singleton
    EmissionLedger emissionLedger(Pipeline pipeline) {
        return pipeline.emissionLedger();
    }

    @Produces
    @Singleton
    ReferenceData referenceData() {
        return ReferenceData.load();
    }

    @Produces
    @Singleton
    SymbolTable symbols(ReferenceData reference) {
        return SymbolTable.of(reference.listings().stream().map(Listing::symbol).toList());
    }

    @Produces
    @Singleton
    EpochClock clock() {
        return new SystemEpochClock();
    }
}
