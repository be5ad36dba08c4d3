package org.tickstock.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A WebSocket server that shakes hands, then sends what it is told, byte for byte.
 *
 * <p>Thread: accepts on a pool thread; the rest belongs to the test.
 */
final class FrameServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> clients = new ArrayList<>();
    private CompletableFuture<Void> accepting;

    FrameServer() throws IOException {
    }

    URI page() {
        return URI.create("http://localhost:" + door.getLocalPort() + "/ws?user=1");
    }

    /** Lets so many clients in, while they connect. */
    void admit(int count) {
        accepting = CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; i < count; i++) {
                    Socket client = door.accept();
                    clients.add(client);
                    readHead(client.getInputStream());
                    client.getOutputStream().write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    /** Sends these bytes to one client. */
    void send(int client, byte[] bytes) throws IOException {
        accepting.join();
        clients.get(client).getOutputStream().write(bytes);
    }

    /** What the client sends next: a short, masked frame. */
    String receive(int client) throws IOException {
        InputStream in = clients.get(client).getInputStream();
        in.read();
        int length = in.read() & 0x7F;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** A frame; {@code first} is its first byte. */
    static byte[] frame(int first, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (bytes.length < 126) {
            frame.write(bytes.length);
        } else if (bytes.length < 65_536) {
            frame.write(126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
        } else {
            frame.write(127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(bytes.length).array());
        }
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    static byte[] text(String payload) {
        return frame(0x81, payload);
    }

    @Override
    public void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        door.close();
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }
}
