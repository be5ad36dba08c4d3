package org.tickstock.app.bar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.bar.DayBar;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.TradeConditions;

/**
 * The bar builders of all lanes, by the conditions and delays that detection goes by.
 *
 * <p>Thread: the deployment's makes them; questions from any.
 */
@ApplicationScoped
public class BarLanes {

    @Inject
    private PipelineSettings pipeline;
    @Inject
    private SessionCalendar calendar;
    @Inject
    private BarWriterSettings settings;

    private final List<BarLane> lanes = new ArrayList<>();
    private TradeConditions conditions;

    /** The observer of the next lane; called once for each, in the order of the lanes. */
    public synchronized LaneObserver observeNext() {
        DetectSettings detect = pipeline.detect();
        BarLane lane = new BarLane(conditions(), calendar,
            new BarSettings(detect.maxReportDelayMs(), settings.recomputeMinutes()), settings.handOffSize(),
            settings.lastTrades());
        lanes.add(lane);
        return lane;
    }

    /** What conditions are called, and what they allow. */
    public synchronized TradeConditions conditions() {
        if (conditions == null) {
            conditions = TradeConditions.shipped(pipeline.detect().conditions());
        }
        return conditions;
    }

    /** A symbol's bars of its trade date that begin at this time or later, as they stand in memory, oldest first. */
    public Future<List<Bar>> since(int symbolId, long fromNs) {
        return laneOf(symbolId).since(symbolId, fromNs);
    }

    /** At most so many of a symbol's last prints, the newest last. */
    public Future<List<PastTrade>> lastTrades(int symbolId, int limit) {
        return laneOf(symbolId).lastTrades(symbolId, limit);
    }

    /** The regular sessions so far that changed since this was asked last, one answer from each lane. */
    public List<Future<List<DayBar>>> changedDays() {
        return all().stream().map(BarLane::changedDays).toList();
    }

    /** Event time of the first print that this run has heard; {@link Long#MAX_VALUE} before it. */
    public long heardFromNs() {
        return all().stream().mapToLong(BarLane::heardFromNs).min().orElse(Long.MAX_VALUE);
    }

    /** The lanes' parts, for the writer. */
    public synchronized List<BarLane> all() {
        return List.copyOf(lanes);
    }

    /** By the rule of {@link org.tickstock.engine.detect.LaneRouter}: the number of the symbol, counted round. */
    private BarLane laneOf(int symbolId) {
        List<BarLane> made = all();
        return made.get(symbolId % made.size());
    }
}
