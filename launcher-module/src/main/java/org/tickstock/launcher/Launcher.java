package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts TickStock and stays until it ends: database, server, then the address and how to sign in.
 *
 * <p>An interrupt stops the server first, then the database. A server that ends by itself ends the launcher
 * with its code.
 * <p>Thread: {@link #main}'s runs it all; the virtual machine's shutdown thread stops it.
 */
public final class Launcher {

    private static final String SERVER_PID = "server.pid";

    private final LauncherSettings settings;
    private final DataFolder folder;
    private EmbeddedDatabase database;
    private TickStockServer server;
    private boolean stopping;

    private Launcher(LauncherSettings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Takes no arguments; see {@link LauncherSettings} for the variables it reads. */
    public static void main(String[] arguments) {
        int code;
        try {
            LauncherSettings settings = LauncherSettings.of(System.getenv(), System.getProperties());
            Launcher launcher = new Launcher(settings, DataFolder.open(settings.dataFolder()));
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "launcher-stop"));
            code = launcher.run();
        } catch (LaunchException refused) {
            Console.complain("TickStock did not start: " + refused.getMessage());
            code = 1;
        } catch (InterruptedException interrupted) {
            code = 1;
        }
        System.exit(code);
    }

    private int run() throws InterruptedException {
        startDatabase();
        startServer();
        announce();
        int code = server.awaitExit();
        if (!isStopping()) {
            Console.complain("The server ended with code " + code + "; its log is " + server.log());
        }
        return code;
    }

    private synchronized void startDatabase() {
        stopOrphan();
        if (!Ports.isFree(settings.httpPort())) {
            throw new LaunchException("port " + settings.httpPort() + " is in use; stop what listens there, or choose"
                    + " another: TICKSTOCK_HTTP_PORT=" + (settings.httpPort() + 1) + " ./mvnw -Prun");
        }
        if (settings.ownDatabase() == null && !stopping) {
            Console.say("Starting PostgreSQL in " + folder.database());
            database = EmbeddedDatabase.start(folder.database());
        }
    }

    private synchronized void startServer() {
        if (stopping) {
            return;
        }
        DatabaseAddress address = database == null ? settings.ownDatabase() : database.address();
        Console.say("Starting the server with the database of " + address);
        server = TickStockServer.start(ServerOptions.of(settings.serverHome(), folder.server())
                .onPort(settings.httpPort())
                .with(address)
                .with(Map.of("TICKSTOCK_DATA_DIR", folder.root().toString()))
                .with(TapeFiles.absolute(System.getenv(), Path.of("")))
                .printingTo(Console::say));
        rememberServer();
    }

    private void announce() {
        try {
            server.awaitReady();
            Console.say("");
            Console.say("TickStock is at " + server.address());
            SignInLines.of(folder.accounts()).forEach(Console::say);
            Console.say("Ctrl-C stops it.");
        } catch (LaunchException notReady) {
            if (!isStopping()) {
                throw notReady;
            }
        }
    }

    private void stop() {
        synchronized (this) {
            stopping = true;
        }
        if (server != null) {
            server.stop();
        }
        if (database != null) {
            database.close();
        }
        folder.close();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void rememberServer() {
        try {
            OrphanedProcess.remember(server.handle(), folder.root().resolve(SERVER_PID));
        } catch (IOException failed) {
            throw new LaunchException("cannot write into " + folder.root(), failed);
        }
    }

    private void stopOrphan() {
        try {
            OrphanedProcess.remembered(folder.root().resolve(SERVER_PID)).ifPresent(OrphanedProcess::stop);
        } catch (IOException | NumberFormatException unreadable) {
            Console.complain("cannot tell whether an earlier server still runs: " + unreadable.getMessage());
        }
    }
}
