package org.tickstock.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private final List<String> lines = new ArrayList<>();
    private final Trouble trouble = new Trouble(new Lines(), "rows arrive count", "rows wait");

    @Test
    void isToldOnceForEachReasonAndWhenItEnds() {
        trouble.tell(null, 1);
        trouble.tell("database away", 2);
        trouble.tell("database away", 3);
        trouble.tell("database: no room", 4);
        assertThat(trouble.reason()).isEqualTo("database: no room");
        trouble.tell(null, 5_000);

        assertThat(trouble.reason()).isNull();
        assertThat(lines).containsExactly("WARNING rows wait reason=database away",
            "WARNING rows wait reason=database: no room", "INFO rows arrive count=5000");
    }

    /** Keeps what is logged. */
    private final class Lines implements System.Logger {

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            lines.add(level + " " + new MessageFormat(format, Locale.ROOT).format(values));
        }
    }
}
