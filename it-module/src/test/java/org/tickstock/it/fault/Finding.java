package org.tickstock.it.fault;

import java.time.Duration;
import java.util.List;

/**
 * What a fault cost.
 *
 * @param fault its name
 * @param does what was done
 * @param took from the last quiet moment before to the first after
 * @param detected events that the rules raised meanwhile
 * @param refused of them: turned away where a queue was full, counted by reason and type
 * @param journalled of them: in the database
 * @param declared of them: neither, and told so in a gap
 * @param lost of them: nobody says where, on the server or at a client
 * @param clients clients that were accounted for
 * @param deliveries events that they got
 * @param duplicates of them: got before
 * @param wrong everything that must not be
 */
record Finding(String fault, String does, Duration took, long detected, long refused, long journalled, long declared,
        long lost, int clients, long deliveries, long duplicates, List<String> wrong) {
}
