package org.tickstock.it.fault;

/** The disk under the database and the spill file is full for longer than memory reaches, then has room again. */
final class DiskFull implements Fault {

    private String how = "";

    @Override
    public String name() {
        return "disk full";
    }

    @Override
    public String does() {
        return "for the journal and the spill file at once, until twice what memory holds was told, by " + how;
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        how = stand.disk().how();
        LogEnd then = stand.end();
        stand.disk().fill(stand.server());
        LogEnd later = new LogEnd(then.epoch(), then.last() + 2L * Stand.IN_MEMORY);
        stand.awaitThat("emission goes on", () -> crowd.hasCovered(later));
        stand.disk().free(stand.server());
        if (!stand.journal().isThere()) {
            stand.stopDatabase();
            stand.startDatabase();
        }
        stand.awaitThat("ready again", stand.server()::isReady);
        crowd.join(4, then);
    }
}
