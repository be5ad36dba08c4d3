package org.tickstock.it.fault;

import java.util.List;
import java.util.Random;

/** Everybody loses the connection again and again, at any stage of it. */
final class ReconnectStorm implements Fault {

    private static final int CLIENTS = 100;
    private static final int ROUNDS = 8;

    private final Random random = new Random(6);
    private int reconnects;

    @Override
    public String name() {
        return "reconnect storm";
    }

    @Override
    public String does() {
        return CLIENTS + " clients lose their connections " + ROUNDS + " times within seconds, most of them abruptly,"
                + " some before they are open: " + reconnects + " connects in all, each with a resume";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        List<ResumingClient> clients = crowd.join(CLIENTS);
        for (int round = 0; round < ROUNDS; round++) {
            stand.awaitThat("half of them connected", () -> {
                crowd.tend();
                return clients.stream().filter(ResumingClient::isConnected).count() >= CLIENTS / 2;
            });
            for (ResumingClient client : clients) {
                if (random.nextInt(4) == 0) {
                    client.leave();
                } else {
                    client.drop();
                }
                client.tend();
            }
        }
        stand.awaitThat("everyone connected", crowd::isConnected);
        reconnects = clients.stream().mapToInt(ResumingClient::connects).sum();
    }
}
