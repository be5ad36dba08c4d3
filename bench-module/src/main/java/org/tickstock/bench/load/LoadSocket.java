package org.tickstock.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * One browser: a WebSocket, and what came over it.
 *
 * <p>Thread: one owner.
 * <p>Errors: {@link IOException} when the server refuses the upgrade or the connection breaks.
 * <p>Source: RFC 6455, sections 4.1 (handshake) and 5.3 (masking).
 */
final class LoadSocket implements FrameReader.Sink {

    private static final int LONGEST_ANSWER = 16_384;
    private static final int HANDSHAKE_MS = 30_000;
    private static final String SOCKETIO_OPEN = "0";
    private static final String SOCKETIO_PING = "2";
    private static final String SOCKETIO_PONG = "3";
    private static final String SOCKETIO_CONNECT = "40";

    /** Who is told of every message with events, while its scan holds. */
    interface Listener {
        void received(LoadSocket socket, MessageScan scan, int bytes);
    }

    /**
     * What a connection is made with.
     *
     * @param page address of the WebSocket, as http
     * @param cookie of the login, empty for none
     * @param wire what is spoken
     * @param greeting asked for the first message to the server when it is open, empty for none
     */
    record Door(URI page, String cookie, Wire wire, Supplier<String> greeting) {
    }

    /** Of whose selection it is; sockets of one audience get the same events. */
    final int audience;
    private final Door door;
    private final MessageScan scan;
    private final Listener listener;
    private final FrameReader reader = new FrameReader();
    private SocketChannel channel;

    // what came
    long since = -1;
    long coveredTo = -1;
    long events;
    long offsetSum;
    long gaps;
    long duplicates;
    int closeCode;

    LoadSocket(int audience, Door door, MessageScan scan, Listener listener) {
        this.audience = audience;
        this.door = door;
        this.scan = scan;
        this.listener = listener;
    }

    /** Connects and shakes hands; returns the channel, which does not block any more. */
    SocketChannel connect() throws IOException {
        channel = SocketChannel.open();
        channel.socket().connect(new InetSocketAddress(door.page().getHost(), door.page().getPort()), HANDSHAKE_MS);
        channel.socket().setTcpNoDelay(true);
        channel.socket().setSoTimeout(HANDSHAKE_MS);
        channel.socket().getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
        // Byte by byte: nothing behind the answer may be taken from the channel here.
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = channel.socket().getInputStream().read();
            if (next < 0 || answer.length() > LONGEST_ANSWER) {
                throw new EOFException("the server must answer the upgrade, was '" + answer + "'");
            }
            answer.append((char) next);
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new ProtocolException("upgrade must be answered with 101, was '" + answer.toString().trim() + "'");
        }
        channel.configureBlocking(false);
        String greeting = door.greeting().get();
        if (!greeting.isEmpty()) {
            send(FrameReader.TEXT, greeting.getBytes(StandardCharsets.UTF_8));
        }
        return channel;
    }

    /** Reads what is there, through a buffer that sockets share; false when the connection is over. */
    boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        while (count > 0) {
            buffer.flip();
            reader.read(buffer, this);
            if (count < buffer.capacity()) {
                return true;
            }
            buffer.clear();
            count = channel.read(buffer);
        }
        return count == 0;
    }

    void close() throws IOException {
        channel.close();
    }

    @Override
    public void message(byte[] bytes, int length) {
        if (door.wire() == Wire.SOCKETIO && isPacket(bytes, length)) {
            return;
        }
        if (MessageScan.carriesEvents(bytes, length)) {
            scan.scan(bytes, length);
            check();
            listener.received(this, scan, length);
        } else if (MessageScan.declaresGap(bytes, length)) {
            gaps++;
        }
    }

    @Override
    public void control(int opcode, byte[] payload) {
        if (opcode == FrameReader.PING) {
            send(FrameReader.PONG, payload);
        } else if (opcode == FrameReader.CLOSE) {
            closeCode = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }
    }

    /** Engine.IO's own packets; answers them as a client must. */
    private boolean isPacket(byte[] bytes, int length) {
        String begin = new String(bytes, 0, Math.min(length, 2), StandardCharsets.US_ASCII);
        if (begin.startsWith(SOCKETIO_OPEN)) {
            send(FrameReader.TEXT, SOCKETIO_CONNECT.getBytes(StandardCharsets.US_ASCII));
            return true;
        }
        if (begin.equals(SOCKETIO_PING)) {
            send(FrameReader.TEXT, SOCKETIO_PONG.getBytes(StandardCharsets.US_ASCII));
            return true;
        }
        return begin.equals(SOCKETIO_CONNECT);
    }

    /**
     * No stretch may begin before the end of the one before, and it must hold its events; single events must ascend.
     * One that begins later is no loss yet: a stretch without an event for this user is passed over.
     */
    private void check() {
        long from = scan.from >= 0 ? scan.from : coveredTo;
        long to = scan.to >= 0 ? scan.to : scan.greatest;
        if (coveredTo < 0) {
            since = scan.from >= 0 ? scan.from : scan.least - 1;
        } else if (from < coveredTo || scan.events > 0 && scan.least <= from || scan.greatest > to) {
            duplicates++;
        }
        coveredTo = Math.max(coveredTo, to);
        events += scan.events;
        offsetSum += scan.offsetSum;
    }

    private String request() {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        String query = door.page().getRawQuery() == null ? "" : "?" + door.page().getRawQuery();
        return "GET " + door.page().getRawPath() + query + " HTTP/1.1\r\n"
                + "Host: " + door.page().getAuthority() + "\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(key) + "\r\n"
                + (door.cookie().isEmpty() ? "" : "Cookie: " + door.cookie() + "\r\n")
                + "\r\n";
    }

    /** Sends one short message; a socket that cannot take that much has lost its server. */
    private void send(int opcode, byte[] payload) {
        int mask = ThreadLocalRandom.current().nextInt();
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask >>> 8 * (3 - i % 4)));
        }
        frame.flip();
        try {
            channel.write(frame);
        } catch (IOException broken) {
            closeCode = 1006;
        }
    }
}
