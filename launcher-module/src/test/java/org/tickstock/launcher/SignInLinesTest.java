package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInLinesTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheFirstAccountsWithTheDemoFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.properties"), """
                # written by the application
                admin@tickstock.local=second-Secret
                demo@tickstock.local=first-Secret
                """);

        assertThat(SignInLines.of(file)).containsExactly(
                "Sign in: demo@tickstock.local / first-Secret", "Sign in: admin@tickstock.local / second-Secret");
    }

    @Test
    void saysNothingWhereTheApplicationMadeNoAccounts() {
        assertThat(SignInLines.of(folder.resolve("accounts.properties"))).isEmpty();
    }
}
