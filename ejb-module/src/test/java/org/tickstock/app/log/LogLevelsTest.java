package org.tickstock.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogLevelsTest {

    private final LogLevels levels = new LogLevels();

    @AfterEach
    void turnBack() {
        levels.set(LogDomain.AUTH_SESSION, Level.INFO);
    }

    @Test
    void opensAndClosesEveryLoggerOfTheDomainAndNoOther() {
        Logger inside = System.getLogger("org.tickstock.app.account.FirstAccounts");
        Logger outside = System.getLogger("org.tickstock.app.journal.JournalWriter");

        levels.set(LogDomain.AUTH_SESSION, Level.DEBUG);

        assertThat(inside.isLoggable(Level.DEBUG)).isTrue();
        assertThat(inside.isLoggable(Level.TRACE)).isFalse();
        assertThat(outside.isLoggable(Level.DEBUG)).isFalse();
        assertThat(levels.levelOf(LogDomain.AUTH_SESSION)).isEqualTo(Level.DEBUG);
        assertThat(levels.levelOf(LogDomain.JOURNAL)).isEqualTo(Level.INFO);

        levels.set(LogDomain.AUTH_SESSION, Level.OFF);

        assertThat(inside.isLoggable(Level.ERROR)).isFalse();
        assertThat(levels.levelOf(LogDomain.AUTH_SESSION)).isEqualTo(Level.OFF);
    }

    @Test
    void refusesALevelThatIsNone() {
        assertThatThrownBy(() -> levels.set(LogDomain.CORE, Level.ALL))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("level must be one of [TRACE, DEBUG, INFO, WARNING, ERROR, OFF], was ALL");
    }
}
