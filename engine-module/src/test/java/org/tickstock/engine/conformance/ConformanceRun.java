package org.tickstock.engine.conformance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.bar.MinuteBarBuilder;
import org.tickstock.engine.detect.DetectStatus;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.time.SystemEpochClock;

/** What the engine makes of a case's tape, in the words of the kit's files. */
final class ConformanceRun {

    private static final long NS_PER_MS = 1_000_000;

    private final SymbolTable symbols;
    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private final TapeRun run;

    private ConformanceRun(ConformanceCase conformance, int lanes) {
        symbols = SymbolTable.of(conformance.symbols());
        ReplaySettings settings = new ReplaySettings(List.of(conformance.tape()), ReplaySettings.MAX_SPEED);
        run = TapeRun.play(new ReplayFeed(settings, symbols, new SystemEpochClock()), symbols, lanes, this::observer);
        observers.forEach(observer -> observer.bars.endOfDay());
    }

    static ConformanceRun of(ConformanceCase conformance, int lanes) {
        return new ConformanceRun(conformance, lanes);
    }

    FeedStatus feedStatus() {
        return run.feedStatus();
    }

    PipelineStatus pipelineStatus() {
        return run.pipeline().status();
    }

    /** Highs, lows and what was made of them, in the defined order. */
    List<String> events() {
        List<String> lines = new ArrayList<>();
        for (DisplayMessage event : run.events()) {
            if (event.type() != EventType.TREND && event.type() != EventType.SURGE) {
                String json = TapeRun.lineOf(event);
                lines.add(ConformanceCase.line(cell(json, "ts_ms"), event.symbol(), event.type().wireName(),
                        cell(json, "price"), cell(json, "previous"), cell(json, "extreme_ts_ms"),
                        cell(json, "revised_type"), cell(json, "was_price"), cell(json, "status"),
                        cell(json, "reason")));
            }
        }
        return lines;
    }

    /** Trends and surges in an order of time. */
    List<DisplayMessage> others() {
        return run.events().stream()
                .filter(event -> event.type() == EventType.TREND || event.type() == EventType.SURGE).toList();
    }

    /** By date, symbol, and session as the day goes. */
    List<String> extremes() {
        List<SymbolDay> days = new ArrayList<>(run.days());
        observers.forEach(observer -> days.addAll(observer.ended));
        days.sort(Comparator.comparing(SymbolDay::tradeDay).thenComparing(SymbolDay::symbol));
        List<String> lines = new ArrayList<>();
        for (SymbolDay day : days) {
            for (SymbolDay.SessionExtremes session : day.sessions()) {
                lines.add(ConformanceCase.line(LocalDate.ofEpochDay(day.tradeDay()), day.symbol(), session.session(),
                        usd(session.officialHigh()), usd(session.officialLow()), usd(session.liveHigh()),
                        usd(session.liveLow()), decimal(session.volumeMicros())));
            }
        }
        return lines;
    }

    /** By start, then symbol. */
    List<String> bars() {
        Map<Long, Map<String, String>> byStart = new TreeMap<>();
        observers.forEach(observer -> observer.newest.values().stream()
                .filter(bar -> bar.state() != Bar.State.WITHDRAWN)
                .forEach(bar -> byStart.computeIfAbsent(bar.startNs(), start -> new TreeMap<>())
                        .put(symbols.tickerOf(bar.symbolId()), lineOf(bar))));
        return byStart.values().stream().flatMap(bars -> bars.values().stream()).toList();
    }

    /** How many lines of the tape met which fate, by its name. */
    List<String> verdicts() {
        DetectStatus detection = run.pipeline().detection();
        Map<String, Long> counts = new TreeMap<>();
        detection.verdicts().forEach((verdict, count) -> counts.merge(verdict.wireName(), count, Long::sum));
        detection.refusedAtDoor().forEach((reason, count) -> counts.merge(reason.wireName(), count, Long::sum));
        return counts.entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> ConformanceCase.line(count.getKey(), count.getValue())).toList();
    }

    String sha256() {
        return run.sha256();
    }

    private LaneObserver observer() {
        Observer observer = new Observer();
        observers.add(observer);
        return observer;
    }

    private String lineOf(Bar bar) {
        return ConformanceCase.line(symbols.tickerOf(bar.symbolId()), bar.startNs() / NS_PER_MS,
                decimal(bar.openMicros()), decimal(bar.highMicros()), decimal(bar.lowMicros()),
                decimal(bar.closeMicros()), decimal(bar.volumeMicros()));
    }

    private static String usd(SymbolDay.Extreme extreme) {
        return extreme == null ? "" : decimal(extreme.priceMicros());
    }

    private static String decimal(long micros) {
        return BigDecimal.valueOf(micros, 6).toPlainString();
    }

    private static String cell(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|([^,}]*))").matcher(json);
        if (!field.find()) {
            return "";
        }
        return field.group(1) == null ? field.group(2) : field.group(1);
    }

    /** Bars and finished days of one lane. */
    private static final class Observer implements LaneObserver {

        private final Map<String, Bar> newest = new ConcurrentSkipListMap<>();
        private final List<SymbolDay> ended = new CopyOnWriteArrayList<>();
        private final MinuteBarBuilder bars = new MinuteBarBuilder(TradeConditions.sip(), new NewYorkCalendar(),
                BarSettings.defaults(), bar -> newest.put(bar.symbolId() + "@" + bar.startNs(), bar));

        @Override
        public void onPrint(Tick print, MarketSession session) {
            bars.onPrint(print);
        }

        @Override
        public void onTakenBack(Tick message) {
            bars.onTakenBack(message);
        }

        @Override
        public void onDayEnd(SymbolDay day) {
            ended.add(day);
        }
    }
}
