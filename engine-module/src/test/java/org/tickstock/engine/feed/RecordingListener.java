package org.tickstock.engine.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.market.Tick;

/** Keeps a copy of every tick and counts what was unreadable. */
final class RecordingListener implements FeedListener {

    final List<Tick> ticks = new ArrayList<>();
    final Map<TickRefusal, Integer> unreadable = new EnumMap<>(TickRefusal.class);

    @Override
    public void onTick(Tick tick) {
        Tick copy = new Tick();
        copy.copyFrom(tick);
        ticks.add(copy);
    }

    @Override
    public void onUnreadable(TickRefusal reason) {
        unreadable.merge(reason, 1, Integer::sum);
    }

    int received() {
        return ticks.size() + unreadable.values().stream().mapToInt(Integer::intValue).sum();
    }
}
