package org.tickstock.it.deploy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A client of ten years ago, which offers TLS 1.1 at most. Today's Java refuses to be one, so its greeting is written
 * by hand.
 */
final class OldTls {

    /** What a server answers that speaks nothing so old, by RFC 5246. */
    static final int PROTOCOL_VERSION = 70;

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int TLS_1_0 = 0x0301;
    private static final int TLS_1_1 = 0x0302;
    private static final int RANDOM_BYTES = 32;
    private static final int ECDHE_ECDSA_AES128_CBC_SHA = 0xc009;
    private static final int PATIENCE_MS = 10_000;

    private OldTls() {
    }

    /** The alert with which the server on this machine refuses it. */
    static int alertTo(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(greeting());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int kind = in.readUnsignedByte();
            if (kind != ALERT) {
                throw new IOException("the server must refuse by an alert, sent a record of kind " + kind);
            }
            in.readUnsignedShort();
            in.readUnsignedShort();
            in.readUnsignedByte();
            return in.readUnsignedByte();
        }
    }

    private static byte[] greeting() throws IOException {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(hello);
        fields.writeShort(TLS_1_1);
        fields.write(new byte[RANDOM_BYTES]);
        fields.writeByte(0);
        fields.writeShort(Short.BYTES);
        fields.writeShort(ECDHE_ECDSA_AES128_CBC_SHA);
        fields.writeByte(1);
        fields.writeByte(0);

        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(record);
        out.writeByte(HANDSHAKE);
        out.writeShort(TLS_1_0);
        out.writeShort(hello.size() + Integer.BYTES);
        out.writeInt(CLIENT_HELLO << 24 | hello.size());
        hello.writeTo(out);
        return record.toByteArray();
    }
}
