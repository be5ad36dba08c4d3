package org.tickstock.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there was to be told: every event of the log, and who was to get it.
 *
 * <p>Kept in a folder for the baseline: {@code events.ndjson}, and {@code users.json} with the symbols of each account.
 * <p>Thread: one owner.
 */
final class SourceEvents {

    private static final Set<String> HIGHLOW = Set.of("high", "low", "event_revised");
    private static final String EVENTS = "events.ndjson";
    private static final String USERS = "users.json";

    /**
     * One event.
     *
     * @param offset in the log
     * @param highlow whether the high-low tracker decides who gets it
     */
    record Told(long offset, String symbol, boolean highlow) {
    }

    /** What one audience was to get: offsets ascending, and the sum of their hashes up to each. */
    private record Share(long[] offsets, long[] sums) {

        private int countTo(long offset) {
            int at = Arrays.binarySearch(offsets, offset);
            return at >= 0 ? at + 1 : -at - 1;
        }

        private long sumTo(long offset) {
            int count = countTo(offset);
            return count == 0 ? 0 : sums[count - 1];
        }
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Told> events = new ArrayList<>();
    private final List<String> json = new ArrayList<>();

    /** Every event with an offset above {@code after} up to {@code to}, asked of the server page by page. */
    static SourceEvents of(LoadAccounts accounts, long after, long to) throws IOException, InterruptedException {
        SourceEvents source = new SourceEvents();
        String cookie = accounts.signInWatcher();
        long next = after;
        while (next < to) {
            JsonNode page = accounts.events(cookie, next);
            if (!page.get("gap").isNull() || page.get("events").size() != page.get("to").asLong() - next) {
                throw new IOException("whoever watches everything must get every event after " + next);
            }
            page.get("events").forEach(source::add);
            next = page.get("to").asLong();
        }
        return source;
    }

    /** So many events of a folder as the baseline tells them: counted from 1, from the start again after the last. */
    static SourceEvents told(Path folder, long count) throws IOException {
        SourceEvents recorded = new SourceEvents();
        for (String line : Files.readAllLines(folder.resolve(EVENTS))) {
            recorded.add(recorded.mapper.readTree(line));
        }
        SourceEvents source = new SourceEvents();
        for (int i = 0; i < count; i++) {
            Told event = recorded.events.get(i % recorded.events.size());
            source.events.add(new Told(i + 1L, event.symbol(), event.highlow()));
        }
        return source;
    }

    int size() {
        return events.size();
    }

    /** Writes events and accounts for the baseline. */
    void write(Path folder, int accounts) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(EVENTS))) {
            for (String line : json) {
                writer.append(line).append('\n');
            }
        }
        Set<String> symbols = new TreeSet<>();
        events.forEach(event -> symbols.add(event.symbol()));
        ArrayNode users = mapper.createArrayNode();
        for (int account = 0; account < accounts; account++) {
            ObjectNode user = users.addObject();
            enter(user.putArray("market"), LoadUniverses.marketOf(account), symbols);
            enter(user.putArray("highlow"), LoadUniverses.highlowOf(account), symbols);
        }
        Files.writeString(folder.resolve(USERS), mapper.writeValueAsString(users));
    }

    /** Holds every socket against what it was to get; how many differ. */
    int differing(List<LoadSocket> sockets, int accounts) {
        Share[] shares = new Share[accounts];
        int differing = 0;
        for (LoadSocket socket : sockets) {
            if (shares[socket.audience] == null) {
                shares[socket.audience] = shareOf(socket.audience);
            }
            Share share = shares[socket.audience];
            long count = share.countTo(socket.coveredTo) - share.countTo(socket.since);
            long sum = share.sumTo(socket.coveredTo) - share.sumTo(socket.since);
            if (count != socket.events || sum != socket.offsetSum) {
                differing++;
            }
        }
        return differing;
    }

    private Share shareOf(int account) {
        Set<String> market = membersOf(LoadUniverses.marketOf(account));
        Set<String> highlow = membersOf(LoadUniverses.highlowOf(account));
        long[] offsets = events.stream()
                .filter(event -> (event.highlow() ? highlow : market).contains(event.symbol()))
                .mapToLong(Told::offset).toArray();
        long[] sums = new long[offsets.length];
        long sum = 0;
        for (int i = 0; i < offsets.length; i++) {
            sum += MessageScan.hash(offsets[i]);
            sums[i] = sum;
        }
        return new Share(offsets, sums);
    }

    private Set<String> membersOf(int universe) {
        Set<String> members = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (Told event : events) {
            if (seen.add(event.symbol()) && LoadUniverses.isMember(universe, event.symbol())) {
                members.add(event.symbol());
            }
        }
        return members;
    }

    private void add(JsonNode event) {
        json.add(event.toString());
        events.add(new Told(event.get("offset").asLong(), event.get("symbol").asText(),
                HIGHLOW.contains(event.get("type").asText())));
    }

    private static void enter(ArrayNode array, int universe, Set<String> symbols) {
        symbols.stream().filter(symbol -> LoadUniverses.isMember(universe, symbol)).forEach(array::add);
    }
}
