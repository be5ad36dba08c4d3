package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WildFlyProductTest {

    @TempDir
    private Path folder;
    private Path home;

    @BeforeEach
    void laysAHome() throws IOException {
        home = folder.resolve("home");
        Path configuration = Files.createDirectories(home.resolve("standalone").resolve("configuration"));
        Files.writeString(configuration.resolve("standalone.xml"), "new");
        Files.writeString(home.resolve("jboss-modules.jar"), "");
    }

    @Test
    void isKnownByItsHome() {
        assertThat(ServerProduct.at(home)).isInstanceOf(WildFlyProduct.class);
    }

    @Test
    void runsTheVirtualMachineItselfOnACopyOfTheConfiguration() throws IOException {
        Path output = folder.resolve("output");
        Files.createDirectories(output.resolve("configuration"));
        Files.writeString(output.resolve("configuration").resolve("standalone.xml"), "of an earlier start");

        ProcessBuilder command = new WildFlyProduct().run(ServerOptions.of(home, output));

        assertThat(command.command().get(0)).isEqualTo(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        assertThat(command.command()).contains("-Djboss.home.dir=" + home, "-Djboss.server.base.dir=" + output);
        assertThat(output.resolve("configuration").resolve("standalone.xml")).hasContent("new");
    }

    @Test
    void letsTheEnvironmentWinOverTheOptionsOfTheConfiguration() throws IOException {
        ServerOptions options = ServerOptions.of(home, folder.resolve("output")).with("JVM_ARGS", " -Xmx3g  -Da=b ");

        assertThat(new WildFlyProduct().run(options).command()).containsSubsequence("-Xmx3g", "-Da=b", "-jar");
    }

    @Test
    void keepsFromTheConsoleWhatTheVirtualMachineSaysOfTheServersClasses() {
        assertThat(new WildFlyProduct().isNoise("WARNING: sun.misc.Unsafe::objectFieldOffset is called")).isTrue();
        assertThat(new WildFlyProduct().isNoise("WARNING: out of luck")).isFalse();
    }

    @Test
    void knowsAStartWithFaultsByItsMessage() {
        WildFlyProduct product = new WildFlyProduct();

        assertThat(product.tellsOfFault("ERROR [org.jboss.as] WFLYSRV0026: WildFly started (with errors)")).isTrue();
        assertThat(product.tellsOfFault("INFO [org.jboss.as] WFLYSRV0025: WildFly started in 5000ms")).isFalse();
    }
}
