package org.tickstock.it.fault;

import java.nio.file.Path;
import org.tickstock.launcher.TickStockServer;

/**
 * The disk that the database and the server's data folder lie on; it can be full.
 *
 * <p>Thread: the test's.
 */
interface Disk extends AutoCloseable {

    /** A file system of our own where we may mount one, else limits on what the processes may write. */
    static Disk open(Path folder) {
        return "limit".equals(System.getProperty("tickstock.fault.disk")) || !MountedDisk.isPossible()
                ? new LimitedDisk(folder) : MountedDisk.mount();
    }

    /** The folder on it. */
    Path folder();

    /** Nothing more can be written from now on by this server or its database. */
    void fill(TickStockServer server);

    /** There is room again. */
    void free(TickStockServer server);

    /** How it becomes full. */
    String how();

    @Override
    void close();
}
