package org.tickstock.it.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tickstock.it.Account;

/**
 * A TCP connection to the server by hand, to send what no proper client sends, and not to read what every client reads.
 *
 * <p>Thread: one.
 * <p>Errors: what breaks the connection while it is written to is the server's answer, and no error.
 */
final class RawSocket implements AutoCloseable {

    static final int TEXT = 1;
    static final int BINARY = 2;
    /** Close code of a connection that ended without one. */
    static final int NO_CODE = -1;

    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TINY = 4_096;
    private static final int TIMEOUT_MS = 30_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final List<String> texts = new ArrayList<>();
    private boolean isBroken;

    private RawSocket(URI server) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(TINY);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MS);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Connected, nothing said. */
    static RawSocket connect(URI server) {
        return new RawSocket(server);
    }

    /** A WebSocket of this user, with little room for what is not read. */
    static RawSocket upgraded(Account account) {
        RawSocket raw = connect(account.server());
        raw.send(("GET /ws?resume HTTP/1.1\r\nHost: " + account.server().getAuthority() + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + "Cookie: " + account.cookie() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String head = raw.readHead();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException("upgrade must be answered by 101, was " + head);
        }
        return raw;
    }

    /** Bytes as they are. */
    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException ended) {
            isBroken = true;
        }
    }

    void sendText(String text) {
        sendFrame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame with this first byte, properly masked. */
    void sendFrame(int firstByte, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) firstByte);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        send(bytes);
    }

    /** Reads to the end and returns the code that the server closed with. */
    int readToTheEnd() {
        return read(text -> false);
    }

    /** Reads until a message of this event came; false when the connection ended before. */
    boolean readUntil(String event) {
        read(text -> text.startsWith("{\"event\":\"" + event + "\""));
        return !texts.isEmpty() && texts.get(texts.size() - 1).contains(event);
    }

    private int read(Predicate<String> isEnough) {
        long deadlineNs = System.nanoTime() + TIMEOUT_MS * 1_000_000L;
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            while (System.nanoTime() < deadlineNs) {
                int first = in.readUnsignedByte();
                byte[] payload = in.readNBytes(lengthOf(in));
                if ((first & 0x0f) == CLOSE) {
                    return payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort();
                }
                message.writeBytes(payload);
                if ((first & FINAL) != 0) {
                    texts.add(message.toString(StandardCharsets.UTF_8));
                    message.reset();
                    if (isEnough.test(texts.get(texts.size() - 1))) {
                        return NO_CODE;
                    }
                }
            }
            throw new IllegalStateException("the server must answer or end the connection, did neither: " + texts);
        } catch (EOFException | SocketException ended) {
            return NO_CODE;
        } catch (SocketTimeoutException silent) {
            throw new IllegalStateException("the server must answer or end the connection, was silent", silent);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the server ended the connection while it was written to. */
    boolean isBroken() {
        return isBroken;
    }

    /** Whole messages that {@link #readToTheEnd} found. */
    List<String> texts() {
        return texts;
    }

    /** Ends it with a reset. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int lengthOf(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            return in.readUnsignedShort();
        }
        return length == 127 ? Math.toIntExact(in.readLong()) : length;
    }

    private String readHead() {
        try {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
