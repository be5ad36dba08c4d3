package org.tickstock.app.feed;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's end of one WebSocket, bare enough to be broken on purpose.
 *
 * <p>Thread: {@link #read} by one thread; the rest by any.
 * <p>Source: RFC 6455, sections 1.3 (handshake), 5.2 (frames) and 5.5 (control frames).
 */
final class LoopbackWebSocket {

    /** Kinds of frames. */
    static final int CONTINUATION = 0;
    /** A text message. */
    static final int TEXT = 1;
    /** A binary message. */
    static final int BINARY = 2;
    /** The end. */
    static final int CLOSE = 8;
    /** A question for a sign of life. */
    static final int PING = 9;
    /** Its answer. */
    static final int PONG = 10;

    private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key:\\s*(\\S+)\\s*$");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** What was read. */
    record Frame(int kind, byte[] payload) {

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private LoopbackWebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Shakes hands with the client of {@code socket}. */
    static LoopbackWebSocket accept(Socket socket) throws IOException {
        LoopbackWebSocket accepted = new LoopbackWebSocket(socket);
        Matcher key = KEY.matcher(accepted.readRequest());
        if (!key.find()) {
            throw new IOException("no key in the request");
        }
        accepted.out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: " + answerTo(key.group(1)) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return accepted;
    }

    /** Turns the client of {@code socket} away. */
    static void refuse(Socket socket) throws IOException {
        LoopbackWebSocket refused = new LoopbackWebSocket(socket);
        refused.readRequest();
        refused.out.write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    }

    /** Waits for the next frame; clients send no fragments here. */
    Frame read() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = in.readNBytes((second & 0x80) == 0 ? 0 : 4);
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException("the client is gone");
        }
        for (int n = 0; n < payload.length && mask.length > 0; n++) {
            payload[n] ^= mask[n % 4];
        }
        return new Frame(first & 0x0F, payload);
    }

    /** Sends one whole message. */
    void send(int kind, byte[] payload) throws IOException {
        send(kind, true, payload);
    }

    /** Sends one frame; {@code last} says whether it ends the message. */
    synchronized void send(int kind, boolean last, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 10);
        frame.write((last ? 0x80 : 0) | kind);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65_536) {
            frame.write(126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.writeBytes(payload);
        frame.writeTo(out);
        out.flush();
    }

    /** Ends the connection as the protocol has it; the client is to close the socket. */
    void sendClose(int code, String reason) throws IOException {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        send(CLOSE, ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    /** Breaks the connection with a TCP reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the connection without a word. */
    void drop() throws IOException {
        socket.close();
    }

    private String readRequest() throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) in.readUnsignedByte());
        }
        return request.toString();
    }

    private static String answerTo(String key) {
        try {
            return Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
