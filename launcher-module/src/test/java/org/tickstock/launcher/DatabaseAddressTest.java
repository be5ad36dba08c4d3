package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void takesAJdbcAddressAsItIs() {
        DatabaseAddress address =
                DatabaseAddress.parse("jdbc:postgresql://db.example:6432/scanner?user=ann&password=s");

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/scanner");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "postgresql://ann:s%40crets%2F@db.example/scanner",
        "postgres://ann:s%40crets%2F@db.example/scanner"
    })
    void turnsThePlatformsFormIntoJdbc(String databaseUrl) {
        DatabaseAddress address = DatabaseAddress.parse(databaseUrl);

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/scanner");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("s@crets/");
    }

    @Test
    void keepsAPlusSignInAPassword() {
        assertThat(DatabaseAddress.parse("postgresql://ann:a+b@h/d").password()).isEqualTo("a+b");
    }

    @Test
    void keepsWhatTheDriverMustKnow() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ann:s@h:1/d?sslmode=require&user=bob");

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://h:1/d?sslmode=require");
        assertThat(address.user()).isEqualTo("bob");
    }

    @Test
    void letsTheSeparateVariablesWin() {
        DatabaseAddress address = DatabaseAddress.of(Map.of(
                "DATABASE_URL", "postgresql://ann:s@h/d", "DATABASE_USER", "carl", "DATABASE_PASSWORD", "t"));

        assertThat(address.user()).isEqualTo("carl");
        assertThat(address.password()).isEqualTo("t");
    }

    @Test
    void connectsAsTheMachinesUserWhereNobodyIsNamed() {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://h/d");

        assertThat(address.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(address.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mysql://ann:hidden@h/d", "postgresql://ann:hidden@h", "h:5432/hidden", "postgresql://hidden^"
    })
    void refusesWhatIsNotAnAddressWithoutRepeatingIt(String databaseUrl) {
        assertThatThrownBy(() -> DatabaseAddress.parse(databaseUrl))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("DATABASE_URL must be")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void doesNotPrintThePassword() {
        assertThat(DatabaseAddress.parse("postgresql://ann:hidden@h/d")).asString().doesNotContain("hidden");
    }
}
