package org.tickstock.it.fault;

/** PostgreSQL goes away for longer than memory reaches, and comes back. */
final class DatabaseAway implements Fault {

    @Override
    public String name() {
        return "PostgreSQL stopped and started";
    }

    @Override
    public String does() {
        return "stopped until " + Stand.IN_MEMORY + " more events, all that memory holds, were told without it";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        LogEnd then = stand.end();
        stand.stopDatabase();
        stand.awaitThat("not ready without the database", () -> !stand.server().isReady());
        LogEnd later = new LogEnd(then.epoch(), then.last() + Stand.IN_MEMORY);
        stand.awaitThat("emission goes on", () -> crowd.hasCovered(later));
        stand.startDatabase();
        stand.awaitThat("ready again", stand.server()::isReady);
        crowd.join(4, then);
    }
}
