package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tickstock.app.emit.plain.PlainDay;
import org.tickstock.app.emit.plain.PlainDay.Seen;
import org.tickstock.app.emit.plain.PlainGate;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.Tick;

/**
 * Answers to why and why not over a real day, held against two other readings of the same tape: the events of another
 * pipeline with other lanes, and a plain reader of the rules.
 *
 * <p>More of it on demand:
 * {@code -Dtickstock.why.questions=20000 -Dtickstock.why.seed=7 -Dtickstock.why.day=2013-10-07}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class WhyAgreesTest {

    private static final List<EventType> TYPES =
        List.of(EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE);
    private static final int QUESTIONS = Integer.getInteger("tickstock.why.questions", 240);
    private static final long SEED = Long.getLong("tickstock.why.seed", 20_131_008L);
    private static final int LOOKS_BACK_MS = 60_000;
    private static final double WATCHED_ENOUGH_S = 180;

    private record Question(String symbol, EventType type, long atMs) {
    }

    private final Random random = new Random(SEED);
    private Map<String, List<Tick>> ticks;
    private Map<String, PlainDay> plain;
    private WhyDay day;

    @BeforeAll
    void play() {
        ticks = WhyDay.ticksOf(System.getProperty("tickstock.why.day", "2013-10-08"));
        day = WhyDay.play(ticks, 2);
        plain = read(Map.of());
    }

    @Test
    void raisesWhatThePlainReaderRaises() {
        Map<String, Integer> inLog = new TreeMap<>();
        Map<String, Integer> byReader = new TreeMap<>();
        day.events().forEach(event -> inLog.merge(event.symbol() + ' ' + event.type() + ' '
            + event.tsEventNs() / 1_000_000, 1, Integer::sum));
        plain.forEach((symbol, reader) -> reader.seen().forEach(seen -> seen.raised().keySet().forEach(
            type -> byReader.merge(symbol + ' ' + type + ' ' + seen.ms(), 1, Integer::sum))));

        assertThat(inLog).hasSizeGreaterThan(200).isEqualTo(byReader);
    }

    @Test
    void tellsWhyAsAnotherRunAndThePlainReaderTell() {
        Map<String, JsonObject> others = new HashMap<>();
        WhyDay.play(ticks, 1).events().forEach(event -> others.put(event.id(), WhyDay.json(event)));
        List<DisplayMessage> events = day.events();
        for (int i = 0; i < QUESTIONS; i++) {
            DisplayMessage event = events.get(random.nextInt(events.size()));
            JsonObject told = day.why(event.id()).getJsonObject("event");

            assertThat(told).as("seed %d %s", SEED, event.id()).isEqualTo(others.get(event.id()));
            Map<String, Object> figures = plain.get(event.symbol()).seen().stream()
                .filter(seen -> seen.ms() == told.getJsonNumber("ts_ms").longValue())
                .filter(seen -> seen.raised().containsKey(event.type())).findFirst().orElseThrow()
                .raised().get(event.type());
            figures.forEach((name, value) -> assertFigure(told, name, value));
        }
    }

    @Test
    void tellsWhyNotAsThePlainReaderDoes() {
        List<Question> questions = questions();
        Map<String, Set<Integer>> looked = new HashMap<>();
        questions.forEach(question -> looked.computeIfAbsent(question.symbol(), symbol -> new HashSet<>())
            .add(expectedPrint(question)));
        plain = read(looked);
        Map<String, Integer> answers = new TreeMap<>();

        day.running(() -> questions.forEach(question -> answers.merge(check(question), 1, Integer::sum)));

        assertThat(answers).containsKeys("raised", "stopped_by_rule", "condition");
        assertThat(answers.get("stopped_by_rule")).isGreaterThan(QUESTIONS / 4);
    }

    private Map<String, PlainDay> read(Map<String, Set<Integer>> chosen) {
        Map<String, PlainDay> days = new HashMap<>();
        ticks.forEach((symbol, its) -> days.put(symbol, PlainDay.of(its, chosen.getOrDefault(symbol, Set.of()))));
        return days;
    }

    /** Half at events, or in their cooldowns; the others at prints or soon after, some of which no rule sees. */
    private List<Question> questions() {
        List<DisplayMessage> events = day.events().stream().filter(event -> TYPES.contains(event.type())).toList();
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String symbol = WhyDay.SYMBOLS.get(random.nextInt(WhyDay.SYMBOLS.size()));
            EventType type = TYPES.get(random.nextInt(TYPES.size()));
            List<Seen> seen = plain.get(symbol).seen();
            if (i % 8 == 1) {
                seen = seen.stream().filter(print -> !print.isEligible()).toList();
            }
            long atMs = seen.get(random.nextInt(seen.size())).ms() + (i % 8 == 1 ? 0 : random.nextInt(2_000));
            if (i % 2 == 0) {
                DisplayMessage event = events.get(random.nextInt(events.size()));
                symbol = event.symbol();
                type = event.type();
                atMs = event.tsEventNs() / 1_000_000 + (i % 4 == 0 ? 0 : random.nextInt(1_500));
            }
            questions.add(new Question(symbol, type, atMs));
        }
        return questions;
    }

    /** The print an answer must be about: of the last millisecond that printed what raised, else what was judged. */
    private int expectedPrint(Question question) {
        List<Seen> seen = plain.get(question.symbol()).seen();
        int last = seen.size() - 1;
        while (last >= 0 && seen.get(last).ms() > question.atMs()) {
            last--;
        }
        int first = last;
        while (first > 0 && seen.get(first - 1).ms() == seen.get(last).ms()) {
            first--;
        }
        int best = first;
        for (int i = first; i <= last; i++) {
            boolean mayRaise = seen.get(i).isEligible() || !seen.get(best).isEligible();
            if (raised(question, i) || !raised(question, best) && mayRaise) {
                best = i;
            }
        }
        return best;
    }

    /** A trend is judged for the whole second. */
    private boolean raised(Question question, int print) {
        List<Seen> seen = plain.get(question.symbol()).seen();
        if (question.type() != EventType.TREND) {
            return seen.get(print).raised().containsKey(question.type());
        }
        long second = seen.get(print).second();
        for (int i = print; i >= 0 && seen.get(i).second() == second; i--) {
            if (seen.get(i).raised().containsKey(EventType.TREND)) {
                return true;
            }
        }
        return false;
    }

    private String check(Question question) {
        JsonObject told = day.whyNot(question.symbol(), question.type(), question.atMs());
        String told1 = told.getString("answer");
        String about = "seed " + SEED + " " + question + " " + told;
        int print = expectedPrint(question);
        Seen seen = plain.get(question.symbol()).seen().get(print);
        if (question.atMs() - seen.ms() >= LOOKS_BACK_MS) {
            assertThat(told1).as(about).isEqualTo("no_trade");
            return told1;
        }
        assertThat(told.getJsonObject("print").getJsonObject("at").getJsonNumber("ts_ms").longValue()).as(about)
            .isEqualTo(seen.ms());
        assertThat(told.getJsonObject("print").getString("verdict")).as(about).isEqualTo(seen.verdict());
        List<PlainGate> gates = plain.get(question.symbol()).gates(print, question.type());
        if (raised(question, print)) {
            assertThat(told1).as(about).isEqualTo("raised");
            assertThat(told.getString("event_id")).as(about).startsWith(question.symbol() + "-");
        } else if (seen.isEligible() || gates != null && !gates.isEmpty()) {
            assertThat(told1).as(about).isEqualTo("stopped_by_rule");
        } else {
            assertThat(told1).as(about).isEqualTo(seen.verdict());
        }
        assertGates(told, gates == null ? List.of() : gates, about);
        return told1;
    }

    private static void assertGates(JsonObject told, List<PlainGate> expected, String about) {
        List<JsonObject> gates = told.getJsonArray("gates").getValuesAs(JsonObject.class);
        if (expected.isEmpty() && !gates.isEmpty()) {
            assertThat(gates).as(about).singleElement()
                .satisfies(gate -> assertThat(gate.getString("name")).isEqualTo("ends_a_second"));
            return;
        }
        assertThat(gates).as(about).hasSameSizeAs(expected);
        for (int i = 0; i < gates.size(); i++) {
            JsonObject gate = gates.get(i);
            PlainGate plain = expected.get(i);
            assertThat(gate.getString("name")).as(about).isEqualTo(plain.name());
            assertThat(gate.getString("relation")).as(about).isEqualTo(plain.relation());
            assertThat(gate.getBoolean("passed")).as(about + plain).isEqualTo(plain.passed());
            assertThat(gate.isNull("way") ? null : gate.getString("way")).as(about).isEqualTo(plain.way());
            assertNear(gate, "value", plain.value(), about + plain);
            assertNear(gate, "needed", plain.needed(), about + plain);
        }
    }

    private static void assertNear(JsonObject gate, String field, double expected, String about) {
        if (Double.isInfinite(expected)) {
            assertThat(gate.get(field)).as(about).isEqualTo(JsonValue.NULL);
            return;
        }
        double told = gate.getJsonNumber(field).doubleValue();
        if (gate.getString("name").equals("watched_s") && expected > WATCHED_ENOUGH_S) {
            // how much more than the rule asks for is held is the ring's affair
            assertThat(told).as(about).isBetween(WATCHED_ENOUGH_S, expected);
            return;
        }
        assertThat(told).as(about).isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
    }

    private static void assertFigure(JsonObject event, String name, Object expected) {
        JsonObject holder = event.containsKey(name) ? event : event.getJsonObject("thresholds");
        if (expected instanceof Double number) {
            assertThat(holder.getJsonNumber(name).doubleValue()).as(name).isCloseTo(number, within(0.006));
        } else {
            assertThat(holder.getString(name)).as(name).isEqualTo(expected);
        }
    }
}
