package org.tickstock.it.fault;

/** The server's process is killed in the middle of its work. */
final class ServerKilled implements Fault {

    @Override
    public String name() {
        return "server killed";
    }

    @Override
    public String does() {
        return "kill -9 in the middle of the stream, then a new start";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        stand.awaitEvents(100);
        stand.end();
        stand.killAndStart();
        stand.awaitThat("everyone back", crowd::isConnected);
        stand.awaitEvents(100);
    }
}
