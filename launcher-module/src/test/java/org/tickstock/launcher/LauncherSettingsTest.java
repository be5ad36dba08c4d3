package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherSettingsTest {

    @Test
    void needsNothingSet() {
        LauncherSettings settings = LauncherSettings.of(Map.of(), properties());

        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/checkout/.tickstock"));
        assertThat(settings.ownDatabase()).isNull();
    }

    @Test
    void takesWhatIsSet() {
        LauncherSettings settings = LauncherSettings.of(Map.of(
                "TICKSTOCK_HTTP_PORT", "9090", "TICKSTOCK_DATA_DIR", "/var/lib/tickstock",
                "DATABASE_URL", "postgresql://ann:s@h/d"), properties());

        assertThat(settings.http().port()).isEqualTo(9090);
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/var/lib/tickstock"));
        assertThat(settings.ownDatabase().user()).isEqualTo("ann");
    }

    @Test
    void treatsAnEmptyVariableAsUnset() {
        LauncherSettings settings = LauncherSettings.of(
                Map.of("TICKSTOCK_HTTP_PORT", "", "TICKSTOCK_DATA_DIR", " ", "DATABASE_URL", ""), properties());

        assertThat(settings).isEqualTo(LauncherSettings.of(Map.of(), properties()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> LauncherSettings.of(Map.of("TICKSTOCK_HTTP_PORT", port), properties()))
                .isInstanceOf(LaunchException.class)
                .hasMessage("TICKSTOCK_HTTP_PORT must be 1 to 65535, was '" + port + "'");
    }

    @Test
    void waitsAsLongForAStartAsItIsTold() {
        assertThat(LauncherSettings.of(Map.of(), properties()).patience()).hasSeconds(180);
        assertThat(LauncherSettings.of(Map.of("TICKSTOCK_START_TIMEOUT_S", "600"), properties()).patience())
                .hasSeconds(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "5m", "100000"})
    void refusesAPatienceThatIsNone(String seconds) {
        assertThatThrownBy(() -> LauncherSettings.of(Map.of("TICKSTOCK_START_TIMEOUT_S", seconds), properties()))
                .isInstanceOf(LaunchException.class)
                .hasMessage("TICKSTOCK_START_TIMEOUT_S must be 1 to 99999, was '" + seconds + "'");
    }

    @Test
    void findsEverythingInTheDistribution() {
        LauncherSettings settings =
                LauncherSettings.of(Map.of("DATABASE_URL", "postgresql://ann:s@h/d"), distribution());

        assertThat(settings.serverHome()).isEqualTo(Path.of("/opt/tickstock/server"));
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/opt/tickstock/data"));
    }

    @Test
    void saysWhichDatabaseADistributionNeedsAndWhereToNameIt() {
        assertThatThrownBy(() -> LauncherSettings.of(Map.of("DATABASE_URL", " "), distribution()))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("DATABASE_URL must name the PostgreSQL to use")
                .hasMessageContaining(Path.of("/opt/tickstock/conf/tickstock.env").toString());
    }

    private static Properties distribution() {
        Properties properties = new Properties();
        properties.setProperty("tickstock.distribution", "/opt/tickstock");
        return properties;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("tickstock.server.home", "/wlp");
        properties.setProperty("tickstock.checkout", "/checkout");
        return properties;
    }
}
