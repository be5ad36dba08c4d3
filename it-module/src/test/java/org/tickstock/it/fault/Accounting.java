package org.tickstock.it.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what was detected with what became of it: journalled, refused and counted, declared in a gap; and what each
 * client should have got, by the journal's rows and the universes' members, with what it got.
 *
 * <p>Thread: the test's.
 */
final class Accounting {

    private static final int SHOWN = 20;

    private final Fault fault;
    private final EventTable journal;
    private final List<Stretch> stretches;
    private final Map<Watch, Set<Delivery>> due = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Hole> neverJournalled = new ArrayList<>();
    private long detected;
    private long journalled;
    private long declared;
    private long lost;
    private long deliveries;
    private long duplicates;

    Accounting(Fault fault, EventTable journal, List<Stretch> stretches) {
        this.fault = fault;
        this.journal = journal;
        this.stretches = stretches;
    }

    /** Accounts for everything; {@code refused} events were detected, but never got into the log. */
    Finding of(List<ResumingClient> clients, long refused, Duration took) {
        stretches.forEach(this::server);
        clients.forEach(this::client);
        return new Finding(fault.name(), fault.does(), took, detected + refused, refused, journalled, declared, lost,
                clients.size(), deliveries, duplicates, wrong.stream().limit(SHOWN).toList());
    }

    /** Every offset of the log is in the database once, or written down as lost, or behind a log's unknown end. */
    private void server(Stretch stretch) {
        Set<Long> offsets = new HashSet<>();
        for (EventTable.Row row : journal.rows(stretch.epoch(), stretch.after(), stretch.to())) {
            if (!offsets.add(row.delivery().offset())) {
                wrong.add("journalled twice: " + row);
            }
        }
        List<Hole> holes = new ArrayList<>(journal.holes(stretch.epoch(), stretch.after(), stretch.to()));
        if (stretch.isKilled()) {
            holes.add(new Hole(stretch.epoch(), stretch.journalledTo() + 1, Long.MAX_VALUE));
        }
        neverJournalled.addAll(holes);
        for (long offset = stretch.after() + 1; offset <= stretch.to(); offset++) {
            if (offsets.contains(offset)) {
                journalled++;
            } else if (isIn(holes, stretch.epoch(), offset)) {
                declared++;
            } else {
                lost++;
                wrong.add("neither journalled nor declared: " + stretch.epoch() + "/" + offset);
            }
        }
        detected += stretch.to() - stretch.after();
    }

    private void client(ResumingClient client) {
        Set<Delivery> ought = due.computeIfAbsent(client.watch(), this::dueTo);
        List<Delivery> got = client.deliveries().stream()
                .filter(delivery -> stretches.stream().anyMatch(stretch -> stretch.holds(delivery)))
                .toList();
        Set<Delivery> distinct = new HashSet<>(got);
        deliveries += got.size();
        duplicates += got.size() - distinct.size();
        if (client.backwardFrames() > 0) {
            wrong.add(client.backwardFrames() + " frames went back to offsets told before");
        }
        List<Hole> holes = client.holes();
        for (Delivery delivery : ought) {
            if (client.joinedBefore(delivery) && !distinct.contains(delivery)
                    && !isIn(holes, delivery.epoch(), delivery.offset())) {
                lost++;
                wrong.add("not delivered: " + delivery + " to " + client);
            }
        }
        // What was sent from memory and then could not be journalled was delivered nevertheless.
        distinct.stream().filter(delivery -> !ought.contains(delivery))
                .filter(delivery -> !isIn(neverJournalled, delivery.epoch(), delivery.offset()))
                .forEach(delivery -> wrong.add("not meant for it: " + delivery + " got by " + client));
        stretches.stream().filter(Stretch::isKilled).forEach(stretch -> toldOfTheEnd(client, stretch));
    }

    /** A client that saw the killed log is told from where on nobody knows it. */
    private void toldOfTheEnd(ResumingClient client, Stretch stretch) {
        boolean isTold = client.holes().stream()
                .anyMatch(hole -> hole.epoch() == stretch.epoch() && hole.to() == Long.MAX_VALUE);
        if (client.sinceEpoch() == stretch.epoch() && !isTold) {
            wrong.add("not told of the killed log's end: " + client);
        }
    }

    private static boolean isIn(List<Hole> holes, long epoch, long offset) {
        return holes.stream().anyMatch(hole -> hole.covers(epoch, offset));
    }

    private Set<Delivery> dueTo(Watch watch) {
        Set<String> market = journal.members(watch.market());
        Set<String> highlow = journal.members(watch.highlow());
        return stretches.stream()
                .flatMap(stretch -> journal.rows(stretch.epoch(), stretch.after(), stretch.to()).stream())
                .filter(row -> (row.isHighLow() ? highlow : market).contains(row.symbol()))
                .map(EventTable.Row::delivery)
                .collect(Collectors.toSet());
    }
}
