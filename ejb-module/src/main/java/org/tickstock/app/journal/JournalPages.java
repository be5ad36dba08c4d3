package org.tickstock.app.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogStatus;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.collect.HistoryPage;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;

/**
 * Cuts pages out of the log in memory and out of the journal, and says what is missing in them.
 *
 * <p>A page without a filter ends before the first hole; a hole comes at the front of the next.
 * <p>Thread: any.
 */
final class JournalPages {

    private static final int ROWS = 4_000;
    private static final int STRETCH = 4_000;
    private static final Pattern ID = Pattern.compile("(.{1,20})-\\d{4}-\\d{2}-\\d{2}-[a-z_]+-\\d+");

    private final EventLog log;
    private final JournalReader reader;
    private final Supplier<JournalStatus> written;
    private final ToIntFunction<String> numbers;
    private final int limitPerType;

    JournalPages(EventLog log, JournalReader reader, Supplier<JournalStatus> written, ToIntFunction<String> numbers,
            int limitPerType) {
        this.log = log;
        this.reader = reader;
        this.written = written;
        this.numbers = numbers;
        this.limitPerType = limitPerType;
    }

    /** The page of a reader that follows the log: contiguous, and no more of one type than a pull may have. */
    HistoryPage history(long epoch, long after) throws SQLException {
        if (epoch > log.epoch()) {
            return HistoryPage.UNKNOWN;
        }
        // Asked before the rows are: what is durable by then and not among them is missing, not late.
        long durable = written.get().durableOffset();
        List<JournalRecord.Row> rows = contiguous(reader.rows(EventQuery.all(epoch, after, ROWS)));
        if (rows.isEmpty()) {
            return epoch == log.epoch() ? missing(after, durable) : end(epoch, after);
        }
        List<DisplayMessage> messages = new ArrayList<>(rows.size());
        Map<EventType, Integer> ofType = new EnumMap<>(EventType.class);
        for (JournalRecord.Row row : rows) {
            if (ofType.merge(row.type(), 1, Integer::sum) > limitPerType) {
                break;
            }
            messages.add(row.message(numbers.applyAsInt(row.symbol())));
        }
        long first = rows.get(0).offset();
        return new HistoryPage(new EventBatch(epoch, after, first, first + messages.size() - 1,
            before(first, after), List.copyOf(messages)), 0);
    }

    /** What memory can answer alone; empty when the journal knows more, and {@code isJournalThere}. */
    Optional<EventPage> inMemory(EventQuery query, boolean isJournalThere) {
        EventLogStatus status = log.status();
        if (query.after() + 1 < status.firstOffset() && isJournalThere) {
            return Optional.empty();
        }
        List<EventPage.Located> events = new ArrayList<>();
        long to = Math.min(query.after(), status.lastOffset());
        Gap gap = null;
        boolean isMore = true;
        while (isMore && events.size() < query.limit()) {
            EventBatch batch = log.readStretch(to, query.isFiltered() ? STRETCH : query.limit());
            if (batch.gap() != null && isJournalThere) {
                return Optional.empty();
            }
            gap = gap == null ? batch.gap() : gap;
            isMore = query.isFiltered() && !batch.isEmpty();
            to = takeMatching(batch, query, events);
        }
        Gap declared = gap == null ? null : new Gap(gap.from(), gap.to(), Gap.JOURNAL_AWAY);
        return Optional.of(
            new EventPage(query.epoch(), query.after(), to, log.lastOffset(), 0, declared, List.copyOf(events)));
    }

    private static long takeMatching(EventBatch batch, EventQuery query, List<EventPage.Located> events) {
        long offset = batch.firstOffset() - 1;
        for (DisplayMessage message : batch.messages()) {
            offset++;
            if (query.matches(message.symbol(), message.type(), message.tsEventNs())) {
                events.add(new EventPage.Located(offset, message));
                if (events.size() == query.limit()) {
                    return offset;
                }
            }
        }
        return batch.to();
    }

    /** What the journal has; empty when it does not know the log. */
    Optional<EventPage> inDatabase(EventQuery query) throws SQLException {
        boolean isLive = query.epoch() == log.epoch();
        JournalReader.LogEnd end = reader.endOf(query.epoch());
        if (end == null && !isLive) {
            return Optional.empty();
        }
        long covered = isLive ? written.get().durableOffset() : Math.max(end.lastOffset(), lastOf(query.epoch()));
        if (isLive && covered <= query.after()) {
            throw new DatabaseUnavailableException("events after " + query.after() + " are not journalled yet");
        }
        List<JournalRecord.Row> rows = query.isFiltered() ? reader.rows(query) : contiguous(reader.rows(query));
        long to = coveredBy(query, rows, covered);
        Gap gap = gapIn(query, rows, to);
        if (gap == null && !isLive && !end.ended() && to >= covered) {
            gap = new Gap(to + 1, Gap.NOT_KNOWN, Gap.SERVER_KILLED);
        }
        long next = isLive ? 0 : reader.epochAfter(query.epoch(), log.epoch()).orElse(log.epoch());
        return Optional.of(new EventPage(query.epoch(), query.after(), to, isLive ? log.lastOffset() : covered, next,
            gap, rows.stream().map(this::located).toList()));
    }

    /** Without a filter every row is there, so that what follows the last one is for the next page to tell. */
    private static long coveredBy(EventQuery query, List<JournalRecord.Row> rows, long covered) {
        if (rows.isEmpty()) {
            return Math.max(query.after(), covered);
        }
        long last = rows.get(rows.size() - 1).offset();
        return query.isFiltered() && rows.size() < query.limit() ? Math.max(last, covered) : last;
    }

    private Gap gapIn(EventQuery query, List<JournalRecord.Row> rows, long to) throws SQLException {
        if (!query.isFiltered()) {
            return before(rows.isEmpty() ? to + 1 : rows.get(0).offset(), query.after());
        }
        OptionalLong first = reader.firstOffset(query.epoch());
        Gap expired = before(Math.min(first.orElse(to + 1), to + 1), query.after());
        return expired != null ? expired : reader.lostBetween(query.epoch(), query.after(), to);
    }

    /** The newest event of this id; empty for what is no id, and for one that the journal does not hold. */
    Optional<JournalledEvent> find(String id) throws SQLException {
        Matcher parts = ID.matcher(id);
        JournalRecord.Row row = parts.matches() ? reader.byId(parts.group(1), id) : null;
        return Optional.ofNullable(row).map(found -> new JournalledEvent(
            found.epoch(), found.offset(), found.message(numbers.applyAsInt(found.symbol()))));
    }

    private HistoryPage missing(long after, long durable) {
        if (durable <= after) {
            if (written.get().trouble() != null) {
                throw new DatabaseUnavailableException("events after " + after + " are not journalled yet");
            }
            return HistoryPage.LATER;
        }
        Gap gap = new Gap(after + 1, durable, Gap.LEFT_LOG);
        return new HistoryPage(new EventBatch(log.epoch(), after, durable + 1, durable, gap, List.of()), 0);
    }

    private HistoryPage end(long epoch, long after) throws SQLException {
        JournalReader.LogEnd end = reader.endOf(epoch);
        if (end == null) {
            return HistoryPage.UNKNOWN;
        }
        Gap gap = end.ended()
            ? before(end.lastOffset() + 1, after)
            : new Gap(after + 1, Gap.NOT_KNOWN, Gap.SERVER_KILLED);
        long next = reader.epochAfter(epoch, log.epoch()).orElse(log.epoch());
        return new HistoryPage(new EventBatch(epoch, after, after + 1, after, gap, List.of()), next);
    }

    private long lastOf(long epoch) throws SQLException {
        return reader.lastOffset(epoch).orElse(0);
    }

    private EventPage.Located located(JournalRecord.Row row) {
        return new EventPage.Located(row.offset(), row.message(numbers.applyAsInt(row.symbol())));
    }

    private static Gap before(long first, long after) {
        return first > after + 1 ? new Gap(after + 1, first - 1, Gap.LEFT_LOG) : null;
    }

    private static List<JournalRecord.Row> contiguous(List<JournalRecord.Row> rows) {
        int end = Math.min(1, rows.size());
        while (end < rows.size() && rows.get(end).offset() == rows.get(end - 1).offset() + 1) {
            end++;
        }
        return rows.subList(0, end);
    }
}
