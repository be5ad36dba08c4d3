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
        int[] counts = new int[Stage.values().length];
        List<Standing> changed = new ArrayList<>();
        List<Standing> previews = new ArrayList<>();
        for (Standing standing : standings) {
            if (!standing.isStale()) {
                counts[standing.stage().ordinal()]++;
                if (standing.figures().stage().changedDay() == tradeDay) {
                    changed.add(standing);
                }
                if (standing.figures().stage().isProvisional()) {
                    previews.add(standing);
                }
            }
        }
        Map<Stage, Integer> byStage = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            byStage.put(stage, counts[stage.ordinal()]);
        }
        return new StageSummary(Collections.unmodifiableMap(byStage), Collections.unmodifiableList(changed),
                Collections.unmodifiableList(previews));
    }

    /** The share of symbols that have a stage at all, in per cent; NaN where none has. */
    public double pct(Stage stage) {
        int staged = counts.values().stream().mapToInt(Integer::intValue).sum() - counts.get(Stage.INSUFFICIENT);
        return stage == Stage.INSUFFICIENT || staged == 0 ? Double.NaN : 100.0 * counts.get(stage) / staged;
    }
}
