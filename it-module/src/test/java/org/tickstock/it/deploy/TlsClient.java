package org.tickstock.it.deploy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One connection by TLS to this machine under a name that no name server knows, speaking HTTP/1.1 by hand.
 */
final class TlsClient implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;

    private final SSLSocket socket;
    private final String name;

    /** Shakes hands; {@code protocols} narrow what is offered, none offer everything. */
    TlsClient(SSLContext trust, int port, String name, String... protocols) throws IOException {
        this.name = name;
        socket = (SSLSocket) trust.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        if (protocols.length > 0) {
            parameters.setProtocols(protocols);
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }

    /** TLSv1.2 or TLSv1.3. */
    String protocol() {
        return socket.getSession().getProtocol();
    }

    /** Sends a request without a body; {@code headers} are whole lines. */
    TlsClient send(String method, String path, String... headers) throws IOException {
        return send(method, path, new byte[0], headers);
    }

    /** Sends a request; {@code headers} are whole lines. */
    TlsClient send(String method, String path, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + name + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads an answer, whether its length is told or it comes in chunks. */
    Answer receive() throws IOException {
        InputStream in = socket.getInputStream();
        String[] lines = upTo("\r\n\r\n", in).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (int index = 1; index < lines.length; index++) {
            String[] parts = lines[index].split(":", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), List.of(parts[1].strip()), TlsClient::joined);
        }
        byte[] body = headers.containsKey("transfer-encoding")
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0)));
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** The first byte that comes on an open WebSocket: its kind of frame. */
    int frameKind() throws IOException {
        int first = socket.getInputStream().read();
        if (first < 0) {
            throw new EOFException("the WebSocket ended before a frame came");
        }
        return first & 0x0f;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return List.of(one.get(0), other.get(0));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
            body.write(in.readNBytes(length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunkLength(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        return upTo("\r\n", in).strip();
    }

    private static String upTo(String end, InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.US_ASCII).endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("an answer must be whole, was '" + read + "'");
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    /**
     * What came back.
     *
     * @param headers by name in small letters
     */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        /** The header, which must be there at most once; empty when it is not. */
        String header(String header) {
            List<String> values = headers.getOrDefault(header, List.of(""));
            if (values.size() > 1) {
                throw new IllegalStateException(header + " must come once, was " + values);
            }
            return values.get(0);
        }
    }
}
