package org.tickstock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tickstock.it.Account;

/** Clients that send what none should, or stop in the middle of a word. */
final class Garbage implements Fault {

    private static final int EACH = 10;
    private static final int TOO_LARGE = 17 * 1_024;
    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x8b;
    private static final int CANNOT_ACCEPT = 1003;
    private static final int TOO_BIG = 1009;

    private final Random random = new Random(4);

    @Override
    public String name() {
        return "garbage and half-open sockets";
    }

    @Override
    public String does() {
        return EACH + " connections each of random bytes, half a request, a handshake and then silence, oversized,"
                + " binary, unmasked and reserved frames, text that is no UTF-8, a message that never ends,"
                + " nonsense in JSON";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        Account account = stand.watches().get(0).account();
        List<RawSocket> halfOpen = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            halfOpen.add(spoken(RawSocket.connect(account.server()), randomBytes(300)));
            halfOpen.add(spoken(RawSocket.connect(account.server()), "GET /ws HT".getBytes(StandardCharsets.US_ASCII)));
            halfOpen.add(RawSocket.upgraded(account));
            halfOpen.add(framed(account, RawSocket.TEXT, "{\"event\":".getBytes(StandardCharsets.US_ASCII)));
            assertThat(closeCodeOf(framed(account, FINAL | RawSocket.TEXT, new byte[TOO_LARGE]))).isEqualTo(TOO_BIG);
            assertThat(closeCodeOf(framed(account, FINAL | RawSocket.BINARY, randomBytes(50))))
                    .isEqualTo(CANNOT_ACCEPT);
            halfOpen.add(framed(account, RESERVED, randomBytes(50)));
            halfOpen.add(spoken(RawSocket.upgraded(account), new byte[] {(byte) 0x81, 2, 'h', 'i'}));
            halfOpen.add(framed(account, FINAL | RawSocket.TEXT, new byte[] {(byte) 0xc3, (byte) 0x28}));
            assertAnswered(account, "[".repeat(16_000));
            assertAnswered(account, "{\"event\":\"resume\",\"data\":{\"epoch\":-1,\"after\":-9223372036854775808}}");
            assertAnswered(account, "{\"event\":\"resume\",\"data\":{\"epoch\":1e400,\"after\":{}}}");
        }
        stand.awaitEvents(50);
        halfOpen.forEach(RawSocket::close);
        stand.awaitThat("only the crowd is left", () -> stand.ledger().subscribers() == crowd.clients().size());
    }

    private static int closeCodeOf(RawSocket socket) {
        try (socket) {
            return socket.readToTheEnd();
        }
    }

    /** The connection lives on: a status request is still answered. */
    private static void assertAnswered(Account account, String text) {
        try (RawSocket socket = RawSocket.upgraded(account)) {
            socket.sendText(text);
            socket.sendText("{\"event\":\"user_status_request\",\"data\":{}}");
            assertThat(socket.readUntil("user_status_response")).as("answer after " + text).isTrue();
        }
    }

    private static RawSocket framed(Account account, int firstByte, byte[] payload) {
        RawSocket socket = RawSocket.upgraded(account);
        socket.sendFrame(firstByte, payload);
        return socket;
    }

    private static RawSocket spoken(RawSocket socket, byte[] bytes) {
        socket.send(bytes);
        return socket;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
