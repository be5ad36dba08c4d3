package org.tickstock.it.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that the JDK's keytool made for a name, as the two files nginx wants, and those who trust it.
 */
final class Certificate {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final String ALIAS = "tickstock";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final KeyStore store;

    private Certificate(KeyStore store) {
        this.store = store;
    }

    /** Makes it in {@code folder}: {@code fullchain.pem} and {@code privkey.pem}. */
    static Certificate make(Path folder, String name) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path file = folder.resolve("made.p12");
        Tools.run(folder, Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname", "CN=" + name,
                "-ext", "san=dns:" + name, "-storetype", "PKCS12", "-keystore", file.toString(),
                "-storepass", new String(PASSWORD));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        write(folder.resolve("fullchain.pem"), "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
        write(folder.resolve("privkey.pem"), "PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded());
        return new Certificate(store);
    }

    /** Trusts this certificate and no other. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void write(Path file, String kind, byte[] bytes) throws IOException {
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(bytes)
                + "\n-----END " + kind + "-----\n", StandardCharsets.US_ASCII);
    }
}
