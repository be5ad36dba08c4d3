package org.tickstock.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Says how to sign in, from the file the application writes when it makes its first accounts.
 *
 * <p>Thread: stateless.
 */
final class SignInLines {

    private static final List<String> ACCOUNTS = List.of("demo@tickstock.local", "admin@tickstock.local");

    private SignInLines() {
    }

    /** One line per account of the file; none where there is no file, as with a database that had accounts before. */
    static List<String> of(Path accountsFile) {
        if (!Files.isReadable(accountsFile)) {
            return List.of();
        }
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(accountsFile)) {
            passwords.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new LaunchException("cannot read " + accountsFile + ": " + unreadable.getMessage(), unreadable);
        }
        return ACCOUNTS.stream()
                .filter(passwords::containsKey)
                .map(account -> "Sign in: " + account + " / " + passwords.getProperty(account))
                .toList();
    }
}
