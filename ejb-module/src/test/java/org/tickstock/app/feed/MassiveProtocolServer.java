package org.tickstock.app.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server on the loopback address that speaks the vendor's protocol, and misbehaves when it is told to.
 *
 * <p>Thread: its own, one per connection; everything may be called from any.
 */
final class MassiveProtocolServer implements AutoCloseable {

    /** The one key it knows. */
    static final String KEY = "k3y-of-the-test";

    private static final Pattern ACTION = Pattern.compile("\"action\":\"(\\w+)\",\"params\":\"([^\"]*)\"");
    private static final int POLICY_VIOLATION = 1008;
    private static final int NORMAL = 1000;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger politeCloses = new AtomicInteger();
    private volatile boolean accepting = true;
    private volatile boolean greeting = true;
    private volatile boolean confirming = true;
    private volatile boolean answeringPings = true;
    private volatile String authAnswer = status("auth_success", "authenticated");

    private MassiveProtocolServer(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::acceptAll);
    }

    /** A running server on a free port. */
    static MassiveProtocolServer open() {
        return openOn(0);
    }

    /** A running server on this port. */
    static MassiveProtocolServer openOn(int port) {
        try {
            return new MassiveProtocolServer(port);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** One status event in a frame. */
    static String status(String status, String message) {
        return "[{\"ev\":\"status\",\"status\":\"" + status + "\",\"message\":\"" + message + "\"}]";
    }

    /** Where a client finds it. */
    String url() {
        return "ws://127.0.0.1:" + port() + "/stocks";
    }

    /** Its port. */
    int port() {
        return server.getLocalPort();
    }

    /** From now on it answers the handshake with HTTP status 503. */
    void stopAccepting() {
        accepting = false;
    }

    /** From now on it greets nobody. */
    void stopGreeting() {
        greeting = false;
    }

    /** From now on it confirms no subscription. */
    void stopConfirming() {
        confirming = false;
    }

    /** From now on it answers no ping. */
    void stopAnsweringPings() {
        answeringPings = false;
    }

    /** What it answers to the right key; null for nothing. */
    void answerAuthWith(String frame) {
        authAnswer = frame;
    }

    /** How many connections were ever opened. */
    int connections() {
        return clients.size();
    }

    /** How many connections the client closed with a word. */
    int politeCloses() {
        return politeCloses.get();
    }

    /** How many pings came. */
    int pings() {
        return pings.get();
    }

    /** The subscribe messages of the n-th connection, first 0: each a comma-separated list of channels. */
    List<String> subscribeMessages(int connection) {
        return connection < clients.size() ? List.copyOf(clients.get(connection).subscribed) : List.of();
    }

    /** Sends one frame to the newest connection. */
    void send(String frame) {
        newest(socket -> socket.send(LoopbackWebSocket.TEXT, frame.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends one message to the newest connection, in as many frames as there are parts. */
    void sendInParts(String... parts) {
        newest(socket -> {
            for (int n = 0; n < parts.length; n++) {
                socket.send(n == 0 ? LoopbackWebSocket.TEXT : LoopbackWebSocket.CONTINUATION, n == parts.length - 1,
                    parts[n].getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Sends one binary message to the newest connection. */
    void sendBinary(byte[] bytes) {
        newest(socket -> socket.send(LoopbackWebSocket.BINARY, bytes));
    }

    /** Closes the newest connection as the protocol has it. */
    void closeNewest(int code, String reason) {
        newest(socket -> socket.sendClose(code, reason));
    }

    /** Ends the newest connection without a close message. */
    void dropNewest() {
        newest(LoopbackWebSocket::drop);
    }

    /** Breaks the newest connection with a TCP reset. */
    void resetNewest() {
        newest(LoopbackWebSocket::reset);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Client client : clients) {
                client.socket.drop();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            threads.shutdownNow();
        }
    }

    private void acceptAll() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (!accepting) {
                LoopbackWebSocket.refuse(socket);
                return;
            }
            Client client = new Client(LoopbackWebSocket.accept(socket));
            clients.add(client);
            if (greeting) {
                client.say(status("connected", "Connected Successfully"));
            }
            boolean open = true;
            while (open) {
                open = onFrame(client, client.socket.read());
            }
        } catch (IOException gone) {
            // a connection that breaks is what the tests are about
        }
    }

    private boolean onFrame(Client client, LoopbackWebSocket.Frame frame) throws IOException {
        switch (frame.kind()) {
            case LoopbackWebSocket.TEXT -> onMessage(client, frame.text());
            case LoopbackWebSocket.PING -> {
                pings.incrementAndGet();
                if (answeringPings) {
                    client.socket.send(LoopbackWebSocket.PONG, frame.payload());
                }
            }
            case LoopbackWebSocket.CLOSE -> {
                if (frame.closeCode() == NORMAL) {
                    politeCloses.incrementAndGet();
                }
                return false;
            }
            default -> throw new IOException("no client sends frames of kind " + frame.kind());
        }
        return true;
    }

    private void onMessage(Client client, String message) throws IOException {
        Matcher action = ACTION.matcher(message);
        if (!action.find()) {
            client.say(status("error", "unknown action"));
        } else if ("auth".equals(action.group(1))) {
            authenticate(client, action.group(2));
        } else if ("subscribe".equals(action.group(1))) {
            client.subscribed.add(action.group(2));
            confirm(client, "subscribed to: ", action.group(2));
        } else {
            confirm(client, "unsubscribed to: ", action.group(2));
        }
    }

    private void authenticate(Client client, String key) throws IOException {
        if (!KEY.equals(key)) {
            client.say(status("auth_failed", "authentication failed"));
            client.socket.sendClose(POLICY_VIOLATION, "");
        } else if (authAnswer != null) {
            client.say(authAnswer);
        }
    }

    private void confirm(Client client, String text, String params) throws IOException {
        if (confirming) {
            client.say(Arrays.stream(params.split(","))
                .map(channel -> "{\"ev\":\"status\",\"status\":\"success\",\"message\":\"" + text + channel + "\"}")
                .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private void newest(SocketAction action) {
        try {
            action.on(clients.get(clients.size() - 1).socket);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What a test does to a connection. */
    @FunctionalInterface
    private interface SocketAction {

        void on(LoopbackWebSocket socket) throws IOException;
    }

    /** One connection and what it asked for. */
    private record Client(LoopbackWebSocket socket, List<String> subscribed) {

        Client(LoopbackWebSocket socket) {
            this(socket, new CopyOnWriteArrayList<>());
        }

        void say(String frame) throws IOException {
            socket.send(LoopbackWebSocket.TEXT, frame.getBytes(StandardCharsets.UTF_8));
        }
    }
}
