package org.tickstock.it.fault;

import java.util.ArrayList;
import java.util.List;

/** Two hundred clients, of which twenty stop reading until the server gives them up, and then come back. */
final class StalledClients implements Fault {

    private static final int READING = 180;
    private static final int STALLED = 20;

    @Override
    public String name() {
        return "200 clients, 20 stall";
    }

    @Override
    public String does() {
        return READING + " more clients read, " + STALLED + " with 4 KiB of room do not; the server closes those after"
                + " 30 s, they read what still lies in the socket and resume behind it";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        LogEnd from = stand.end();
        List<RawSocket> stalled = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            RawSocket socket = RawSocket.upgraded(stand.watches().get(0).account());
            socket.sendText("{\"event\":\"resume\",\"data\":{\"epoch\":" + from.epoch()
                    + ",\"after\":" + from.last() + "}}");
            stalled.add(socket);
        }
        crowd.join(READING);
        stand.awaitThat("everyone connected", crowd::isConnected);
        stand.awaitThat("those that stall are closed", () -> {
            crowd.tend();
            return stand.ledger().subscribers() == crowd.clients().size();
        });
        for (RawSocket socket : stalled) {
            socket.readToTheEnd();
            ResumingClient back = new ResumingClient(stand.watches().get(0), from);
            socket.texts().forEach(back::take);
            crowd.add(back);
            socket.close();
        }
    }
}
