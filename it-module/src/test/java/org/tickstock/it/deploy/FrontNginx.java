package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tickstock.launcher.Ports;

/**
 * The real nginx with {@code deploy/nginx}, the variables of its template put in as its image does, before a server.
 */
final class FrontNginx implements AutoCloseable {

    static final String NAME = "scanner.example.com";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Path program;
    private final Certificate certificate;
    private final int httpPort = Ports.free();
    private final int httpsPort = Ports.free();
    private Process process;

    private FrontNginx(Path folder, Path program, Certificate certificate) {
        this.folder = folder;
        this.program = program;
        this.certificate = certificate;
    }

    /** Starts it in {@code folder}, leading to {@code upstream}. */
    static FrontNginx start(Path folder, URI upstream) throws IOException, GeneralSecurityException {
        Path program = Tools.require("nginx");
        FrontNginx nginx = new FrontNginx(folder, program, Certificate.make(folder.resolve("tls"), NAME));
        nginx.lay(upstream);
        nginx.check();
        nginx.launch();
        return nginx;
    }

    int httpPort() {
        return httpPort;
    }

    int httpsPort() {
        return httpsPort;
    }

    /** A connection under the name it serves. */
    TlsClient connect(String... protocols) throws IOException, GeneralSecurityException {
        return connectAs(NAME, protocols);
    }

    TlsClient connectAs(String name, String... protocols) throws IOException, GeneralSecurityException {
        return new TlsClient(certificate.trusting(), httpsPort, name, protocols);
    }

    String accessLog() throws IOException {
        return Files.readString(folder.resolve("access.log"));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void lay(URI upstream) throws IOException {
        Files.createDirectories(folder.resolve("conf.d"));
        Files.copy(DeployFiles.path("deploy/nginx/nginx.conf"), folder.resolve("nginx.conf"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of("/etc/nginx/mime.types"), folder.resolve("mime.types"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("conf.d").resolve("tickstock.conf"), render(Map.of(
                "TICKSTOCK_SERVER_NAME", NAME,
                "TICKSTOCK_UPSTREAM", upstream.getAuthority(),
                "NGINX_HTTP_PORT", "127.0.0.1:" + httpPort,
                "NGINX_HTTPS_PORT", "127.0.0.1:" + httpsPort,
                "NGINX_TLS_DIRECTORY", folder.resolve("tls").toString(),
                "NGINX_ACCESS_LOG", folder.resolve("access.log").toString())));
        // Where this nginx was built to keep what it buffers may be somebody else's.
        Files.writeString(folder.resolve("conf.d").resolve("here.conf"), """
                client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                """.formatted(folder));
    }

    private static String render(Map<String, String> variables) {
        String rendered = DeployFiles.text("deploy/nginx/templates/tickstock.conf.template");
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            rendered = rendered.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        return rendered;
    }

    private void check() {
        String said = Tools.run(folder, command("", "-t"));
        assertThat(said).contains("syntax is ok", "test is successful").doesNotContain("[warn]");
    }

    private void launch() throws IOException {
        process = new ProcessBuilder(command("daemon off;"))
                .redirectErrorStream(true).redirectOutput(folder.resolve("output.log").toFile()).start();
        await().atMost(PATIENCE).until(() -> !Ports.isFree(httpsPort));
    }

    private String[] command(String directives, String... more) {
        // Its workers may stay who we are: nobody may not look into every folder that tests run in.
        String user = "root".equals(System.getProperty("user.name")) ? "user root; " : "";
        List<String> command = new ArrayList<>(List.of(program.toString(), "-p", folder.toString(),
                "-c", folder.resolve("nginx.conf").toString(), "-e", folder.resolve("error.log").toString(),
                "-g", user + "pid " + folder.resolve("nginx.pid") + "; " + directives));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }
}
