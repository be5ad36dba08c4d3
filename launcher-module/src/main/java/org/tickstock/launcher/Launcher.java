package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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

    private final Map<String, String> environment;
    private final LauncherSettings settings;
    private final DataFolder folder;
    private EmbeddedDatabase database;
    private TickStockServer server;
    private boolean stopping;

    private Launcher(Map<String, String> environment, LauncherSettings settings, DataFolder folder) {
        this.environment = environment;
        this.settings = settings;
        this.folder = folder;
    }

    /** Takes no arguments; see {@link LauncherSettings} for the variables it reads. */
    public static void main(String[] arguments) {
        int code;
        try {
            Map<String, String> environment = Surroundings.environment(System.getenv(), System.getProperties());
            LauncherSettings settings = LauncherSettings.of(environment, System.getProperties());
            Launcher launcher = new Launcher(environment, settings, DataFolder.open(settings.dataFolder()));
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
        int port = settings.http().port();
        if (!Ports.isFree(port)) {
            throw new LaunchException("port " + port + " is in use; stop what listens there, or choose another:"
                    + " TICKSTOCK_HTTP_PORT=" + (port + 1) + " " + settings.surroundings().command());
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
                .onPort(settings.http().port())
                .waiting(settings.patience())
                .with(said())
                .with(address)
                .with(Map.of("TICKSTOCK_DATA_DIR", folder.root().toString()))
                .with(TapeFiles.absolute(environment, Path.of("")))
                .printingTo(Console::say));
        rememberServer();
    }

    /** What the settings say beyond the variables that every process started here inherits. */
    private Map<String, String> said() {
        Map<String, String> said = new HashMap<>(environment);
        said.entrySet().removeIf(variable -> variable.getValue().equals(System.getenv(variable.getKey())));
        return said;
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
