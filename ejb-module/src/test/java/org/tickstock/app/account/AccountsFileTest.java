package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AccountsFileTest {

    @TempDir
    private Path folder;

    @Test
    void tellsPasswordsByEmail() throws IOException {
        AccountsFile file = new AccountsFile(folder.resolve("made/accounts.properties"));
        file.write(Map.of("demo@tickstock.local", "old"));

        file.write(Map.of("demo@tickstock.local", "new", "admin@tickstock.local", "other"));

        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file.path())) {
            read.load(text);
        }
        assertThat(read).containsOnly(
            Map.entry("demo@tickstock.local", "new"), Map.entry("admin@tickstock.local", "other"));
        assertThat(file.exists()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void canBeReadByItsOwnerOnly() throws IOException {
        Path path = folder.resolve("accounts.properties");
        Files.writeString(path, "left by an older server");

        new AccountsFile(path).write(Map.of("demo@tickstock.local", "secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        AccountsFile file = new AccountsFile(notAFolder.resolve("accounts.properties"));

        assertThatThrownBy(() -> file.write(Map.of())).hasMessageStartingWith("accounts file must be writable, was ");
    }
}
