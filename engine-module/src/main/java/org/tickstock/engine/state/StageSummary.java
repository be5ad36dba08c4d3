package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many symbols of a universe are in each stage, and which came into another on the market's newest day.
 *
 * <p>Stale symbols are left out; those with too few bars count as {@link Stage#INSUFFICIENT}.
 * <p>Thread: immutable; may be shared.
 *
 * @param counts by stage, every one named
 * @param changedToday those whose stage the newest close confirmed, by symbol
 * @param previews those whose newest bar looks like another stage, by symbol
 */
public record StageSummary(Map<Stage, Integer> counts, List<Standing> changedToday, List<Standing> previews) {

    static StageSummary of(List<Standing> standings, int tradeDay) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0);
        }
        List<Standing> changed = new ArrayList<>();
        List<Standing> previews = new ArrayList<>();
        for (Standing standing : standings) {
            if (!standing.isStale()) {
                counts.merge(standing.stage(), 1, Integer::sum);
                if (isChangedOn(tradeDay, standing.figures().stage().changes())) {
                    changed.add(standing);
                }
                if (standing.figures().stage().isProvisional()) {
                    previews.add(standing);
                }
            }
        }
        return new StageSummary(Collections.unmodifiableMap(counts), Collections.unmodifiableList(changed),
                Collections.unmodifiableList(previews));
    }

    private static boolean isChangedOn(int day, List<StageChange> changes) {
        return !changes.isEmpty() && changes.get(changes.size() - 1).day() == day
                && changes.get(changes.size() - 1).previous() != Stage.INSUFFICIENT;
    }

    /** The share of symbols that have a stage at all, in per cent; NaN where none has. */
    public double pct(Stage stage) {
        int staged = counts.values().stream().mapToInt(Integer::intValue).sum() - counts.get(Stage.INSUFFICIENT);
        return stage == Stage.INSUFFICIENT || staged == 0 ? Double.NaN : 100.0 * counts.get(stage) / staged;
    }
}
