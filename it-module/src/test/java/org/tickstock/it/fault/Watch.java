package org.tickstock.it.fault;

import org.tickstock.it.Account;

/**
 * A signed-in user and what they watch, as told to the server.
 *
 * @param account who
 * @param market universe of the tracker that decides on trends and surges
 * @param highlow universe of the tracker that decides on highs, lows and their revisions
 */
record Watch(Account account, String market, String highlow) {

    /** Tells the server. */
    Watch {
        account.watch(market, highlow);
    }
}
