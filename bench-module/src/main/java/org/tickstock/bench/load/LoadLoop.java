package org.tickstock.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;
import java.util.List;

/**
 * Reads all sockets on the caller's thread.
 *
 * <p>Thread: one owner.
 */
final class LoadLoop implements AutoCloseable {

    private static final int BUFFER = 256 * 1_024;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long TURN_MS = 50;

    private final Selector selector;
    private final LoadCounts.Clock clock;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private int closed;

    LoadLoop(LoadCounts.Clock clock) throws IOException {
        this.selector = Selector.open();
        this.clock = clock;
    }

    /** Connects them one after the other, so many a second, and reads those that are open meanwhile. */
    void connect(List<LoadSocket> sockets, int perSecond) throws IOException {
        long startNs = clock.nowNs();
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).connect().register(selector, SelectionKey.OP_READ, sockets.get(i));
            runUntil(startNs + (i + 1L) * 1_000_000_000L / perSecond);
        }
    }

    /** Reads until this time, nanoseconds UTC. */
    void runUntil(long endNs) throws IOException {
        long leftNs = endNs - clock.nowNs();
        while (leftNs > 0) {
            selector.select(Math.min(TURN_MS, leftNs / NS_PER_MS + 1));
            readAll();
            leftNs = endNs - clock.nowNs();
        }
        selector.selectNow();
        readAll();
    }

    /** Connections that ended, though nobody here ended them. */
    int closed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((LoadSocket) key.attachment()).close();
        }
        selector.close();
    }

    private void readAll() {
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
            SelectionKey key = ready.next();
            ready.remove();
            if (key.isValid() && !isOpen((LoadSocket) key.attachment())) {
                key.cancel();
                closed++;
            }
        }
    }

    private boolean isOpen(LoadSocket socket) {
        try {
            return socket.read(buffer);
        } catch (IOException broken) {
            return false;
        }
    }
}
