package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void findsAFreePort() {
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }

    @Test
    void noticesAListenerOnEveryAddress() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {

            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void noticesAListenerOnLoopbackOnly() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
