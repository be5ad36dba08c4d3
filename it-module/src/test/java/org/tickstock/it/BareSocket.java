package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A WebSocket client that does only what it is told to: it reads when asked, and answers no ping. Libraries are better
 * mannered than some clients are.
 */
final class BareSocket implements AutoCloseable {

    /** The connection ended without a close frame. */
    static final int NO_CODE = -1;

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int SMALL_BUFFER = 8 * 1_024;
    private static final int PATIENCE_MS = 120_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;
    private int pings;

    /** Connects with the account's cookie. */
    BareSocket(Account account) {
        try {
            socket.setReceiveBufferSize(SMALL_BUFFER);
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(account.server().getHost(), account.server().getPort()));
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            out.write(("GET /ws HTTP/1.1\r\nHost: " + account.server().getAuthority() + "\r\nCookie: "
                    + account.cookie() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                    + "\r\nSec-WebSocket-Key: " + Base64.getEncoder().encodeToString(new byte[16])
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(headOf(in)).startsWith("HTTP/1.1 101");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends a text of at most 125 bytes, masked with zeros. */
    void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThanOrEqualTo(125);
        try {
            out.write(new byte[] {(byte) (0x80 | TEXT), (byte) (0x80 | bytes.length), 0, 0, 0, 0});
            out.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads until the end and returns the close code, or {@link #NO_CODE}. */
    int readToTheEnd() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = in.readNBytes((int) length(in.readUnsignedByte()));
                if (opcode == CLOSE) {
                    return payload.length < 2 ? NO_CODE : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
                }
                pings += opcode == PING ? 1 : 0;
            }
        } catch (EOFException | SocketException ended) {
            return NO_CODE;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Pings read so far. */
    int pings() {
        return pings;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long length(int first) throws IOException {
        return switch (first) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> first;
        };
    }

    private static String headOf(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server must answer the upgrade, said '" + head + "'");
            }
            head.append((char) next);
        }
        return new BufferedReader(new StringReader(head.toString())).readLine();
    }
}
