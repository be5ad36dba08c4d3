package org.tickstock.bench.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes the bytes of one WebSocket as they come and gives its messages out whole.
 *
 * <p>Thread: one owner.
 * <p>Errors: {@link ProtocolException} for what a server may not send: masked frames, a message begun within another.
 * <p>Source: RFC 6455, section 5.2.
 */
final class FrameReader {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;

    /** Who gets the messages. */
    interface Sink {

        /** A text or binary message; the array is used again for the next one. */
        void message(byte[] bytes, int length);

        /** A ping, pong or close; the array is the caller's to keep. */
        void control(int opcode, byte[] payload);
    }

    private final byte[] header = new byte[10];
    private int headerRead;
    private int headerLength = 2;
    private byte[] message = new byte[4_096];
    private int messageLength;
    private boolean withinMessage;
    private final byte[] control = new byte[125];
    private int payloadLeft = -1;
    private int controlLength;

    /** Reads everything in {@code chunk}. */
    void read(ByteBuffer chunk, Sink sink) throws ProtocolException {
        while (chunk.hasRemaining() || payloadLeft == 0) {
            if (payloadLeft < 0) {
                readHeader(chunk);
            } else {
                readPayload(chunk, sink);
            }
        }
    }

    private void readHeader(ByteBuffer chunk) throws ProtocolException {
        header[headerRead++] = chunk.get();
        if (headerRead == 2) {
            int length = header[1] & 0x7F;
            headerLength = length == TWO_BYTES_OF_LENGTH ? 4 : length == EIGHT_BYTES_OF_LENGTH ? 10 : 2;
            require((header[1] & MASKED) == 0, "a server's frame must not be masked");
        }
        if (headerRead == headerLength) {
            begin(payloadLength());
            headerRead = 0;
            headerLength = 2;
        }
    }

    private int payloadLength() throws ProtocolException {
        if (headerLength == 2) {
            return header[1] & 0x7F;
        }
        long length = 0;
        for (int i = 2; i < headerLength; i++) {
            length = length << 8 | header[i] & 0xFF;
        }
        require(length >= 0 && length <= Integer.MAX_VALUE - 16, "a frame must be below 2 GB, was " + length);
        return (int) length;
    }

    private void begin(int length) throws ProtocolException {
        payloadLeft = length;
        if (isControl()) {
            require(length <= control.length, "a control frame must have at most 125 bytes, was " + length);
            controlLength = 0;
            return;
        }
        int opcode = opcode();
        require(opcode == CONTINUATION || opcode == TEXT || opcode == BINARY, "opcode must be known, was " + opcode);
        require(withinMessage == (opcode == CONTINUATION), "a message must end before the next, opcode was " + opcode);
        if (messageLength + length > message.length) {
            message = Arrays.copyOf(message, Math.max(messageLength + length, message.length * 2));
        }
    }

    private void readPayload(ByteBuffer chunk, Sink sink) {
        int count = Math.min(payloadLeft, chunk.remaining());
        if (isControl()) {
            chunk.get(control, controlLength, count);
            controlLength += count;
        } else {
            chunk.get(message, messageLength, count);
            messageLength += count;
        }
        payloadLeft -= count;
        if (payloadLeft == 0) {
            payloadLeft = -1;
            deliver(sink);
        }
    }

    private void deliver(Sink sink) {
        if (isControl()) {
            sink.control(opcode(), Arrays.copyOf(control, controlLength));
            return;
        }
        withinMessage = (header[0] & FIN) == 0;
        if (!withinMessage) {
            int length = messageLength;
            messageLength = 0;
            sink.message(message, length);
        }
    }

    private int opcode() {
        return header[0] & 0x0F;
    }

    private boolean isControl() {
        return opcode() >= CLOSE;
    }

    private static void require(boolean holds, String rule) throws ProtocolException {
        if (!holds) {
            throw new ProtocolException(rule);
        }
    }
}
