package org.tickstock.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.app.account.AccountSettings;
import org.tickstock.app.collect.CollectSettings;
import org.tickstock.app.emit.WebSettings;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.app.feed.MassiveSettings;
import org.tickstock.app.journal.JournalSettings;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendThresholds;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.feed.SyntheticSettings;
import org.tickstock.engine.prioritize.PrioritySettings;
import org.tickstock.engine.work.WorkSettings;

class SettingsReaderTest {

    @Test
    void shipsTheDefaultsOfEveryRoom() {
        Settings settings = SettingsReader.read(Configs.with());

        assertThat(settings.pipeline().detect()).isEqualTo(DetectSettings.defaults().withWaitWhenFull(true)
            .withWhyMemoryMb(256));
        assertThat(settings.pipeline().prioritize()).isEqualTo(PrioritySettings.defaults().withWaitWhenFull(true));
        assertThat(settings.pipeline().work()).isEqualTo(WorkSettings.defaults());
        assertThat(settings.highLow()).isEqualTo(HighLowThresholds.defaults());
        assertThat(settings.trend()).isEqualTo(TrendThresholds.defaults());
        assertThat(settings.surge()).isEqualTo(SurgeThresholds.defaults());
        assertThat(settings.feed()).isEqualTo(FeedSettings.of(SyntheticSettings.defaults()));
        assertThat(settings.collect()).isEqualTo(CollectSettings.defaults());
        assertThat(settings.journal())
            .isEqualTo(JournalSettings.defaults(Path.of(".tickstock", "event-journal.spill")));
        assertThat(settings.accounts()).isEqualTo(AccountSettings.defaults());
        assertThat(settings.web()).isEqualTo(WebSettings.defaults());
        assertThat(settings.accountsFile().path()).isEqualTo(Path.of(".tickstock", "accounts.properties"));
    }

    @Test
    void readsTheReplayFromTheEnvironment() {
        Settings settings = SettingsReader.read(Configs.withEnvironment(
            "TICKSTOCK_FEED_PROVIDER", "replay",
            "TICKSTOCK_FEED_REPLAY_FILES", "/tapes/a.csv.gz, /tapes/b.csv.gz",
            "TICKSTOCK_FEED_REPLAY_SPEED", "max"));

        assertThat(settings.feed().provider()).isEqualTo(Provider.REPLAY);
        assertThat(settings.feed().replay().files())
            .containsExactly(Path.of("/tapes/a.csv.gz"), Path.of("/tapes/b.csv.gz"));
        assertThat(settings.feed().replay().speed()).isEqualTo(ReplaySettings.MAX_SPEED);
    }

    @Test
    void readsKeysWithDashesFromTheEnvironment() {
        Settings settings = SettingsReader.read(Configs.withEnvironment(
            "TICKSTOCK_DETECT_INBOX_SIZE", "1024", "TICKSTOCK_FEED_SYNTHETIC_TRADE_DATE", "2013-10-08"));

        assertThat(settings.pipeline().detect().inboxSize()).isEqualTo(1_024);
        assertThat(settings.feed().synthetic().tradeDate()).isEqualTo(LocalDate.of(2013, 10, 8));
    }

    @Test
    void readsTheLimitOfConnectionsByTheSeedsNameUnlessOursIsSet() {
        assertThat(SettingsReader.read(Configs.withEnvironment("WEBSOCKET_MAX_CONNECTIONS", "7"))
            .web().maxConnections()).isEqualTo(7);
        assertThat(SettingsReader.read(Configs.withEnvironment(
            "WEBSOCKET_MAX_CONNECTIONS", "7", "TICKSTOCK_WEB_MAX_CONNECTIONS", "9"))
            .web().maxConnections()).isEqualTo(9);
    }

    @Test
    void letsOnlyTheLiveMarketRefuseWhatDoesNotFit() {
        Settings live = SettingsReader.read(Configs.with(
            "tickstock.feed.provider", "massive", "tickstock.feed.massive.key", "secret"));

        assertThat(live.feed().massive()).isEqualTo(MassiveSettings.defaults("secret"));
        assertThat(live.pipeline().detect().waitWhenFull()).isFalse();
        assertThat(live.pipeline().prioritize().waitWhenFull()).isFalse();
    }

    @Test
    void readsOnePercentageForEveryPrice() {
        Settings settings = SettingsReader.read(Configs.with("tickstock.detect.highlow.bands", "*:1000000:0.1"));

        assertThat(settings.highLow().bands()).singleElement()
            .satisfies(band -> assertThat(band.percent()).isEqualTo(0.1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tickstock.detect.lanes | 0 | tickstock.detect.lanes must be 1 to 16, was 0",
        "tickstock.detect.lanes | two | tickstock.detect.lanes must be a whole number, was 'two'",
        "tickstock.detect.lanes | 99999999999 | tickstock.detect.lanes must be a whole number, was '99999999999'",
        "tickstock.detect.surge.sigmas | NaN | tickstock.detect.surge.sigmas must be a number, was 'NaN'",
        "tickstock.detect.conditions | all | tickstock.detect.conditions must be one of sip, lean, was 'all'",
        "tickstock.feed.provider | csv | tickstock.feed.provider must be one of synthetic, replay, massive, was 'csv'",
        "tickstock.feed.provider | replay | tickstock.feed.replay.files must name at least one tape, was empty",
        "tickstock.feed.provider | massive | tickstock.feed.massive.key must be set when tickstock.feed.provider is",
        "tickstock.feed.replay.speed | fast | tickstock.feed.replay.speed must be > 0 or max, was 'fast'",
        "tickstock.feed.synthetic.trade-date | today | must be a date like 2013-10-08, was 'today'",
        "tickstock.detect.highlow.bands | 5:1:1 | tickstock.detect.highlow.bands must be below-usd:dollars:percent",
        "tickstock.detect.highlow.bands | 5:1:1,1:1:1,*:1:1 | ascending, the last below *, was '5:1:1,1:1:1,*:1:1'",
        "tickstock.collect.interval-ms | 5 | tickstock.collect.interval-ms must be 10 to 1000, was 5",
        "tickstock.journal.retention-days | 0 | tickstock.journal.retention-days must be 1 to 3650, was 0",
        "tickstock.journal.spill-max-bytes | 1 | tickstock.journal.spill-max-bytes must be >= 65536, was 1",
        "tickstock.web.max-connections | 0 | tickstock.web.max-connections must be 1 to 100000, was 0",
        "tickstock.web.trust-forwarded | yes | tickstock.web.trust-forwarded must be one of false, true, was 'yes'",
        "tickstock.account.max-attempts | -1 | tickstock.account.max-attempts must be 1 to 100, was -1"})
    void namesKeyRuleAndValueOfAFault(String key, String value, String message) {
        assertThatThrownBy(() -> SettingsReader.read(Configs.with(key, value)))
            .isInstanceOf(InvalidConfigurationException.class)
            .hasMessageStartingWith("configuration is not valid: ")
            .hasMessageContaining(message);
    }

    @Test
    void namesEveryFaultAtOnceAndEachOnlyOnce() {
        assertThatThrownBy(() -> SettingsReader.read(Configs.with(
            "tickstock.detect.lanes", "x",
            "tickstock.detect.inbox-size", "1000",
            "tickstock.work.batch", "0",
            "tickstock.collect.max-per-type", "many")))
            .hasMessage("configuration is not valid: tickstock.detect.lanes must be a whole number, was 'x'; "
                + "tickstock.work.batch must be > 0, was 0; "
                + "tickstock.collect.max-per-type must be a whole number, was 'many'");
    }

    @Test
    void neverTellsTheVendorKey() {
        assertThatThrownBy(() -> SettingsReader.read(Configs.with(
            "tickstock.feed.provider", "massive", "tickstock.feed.massive.key", "se cret")))
            .hasMessageContaining("tickstock.feed.massive.key").hasMessageNotContaining("cret;")
            .hasMessageNotContaining("se cret");
    }

    @Test
    void warnsOfKeysThatMeanNothing() {
        assertThat(UnknownKeys.among(List.of(
            "tickstock.detect.lanes", "tickstock.detect.lane", "TICKSTOCK_DETECT_LANES", "TICKSTOCK_FEED_PROVIDR",
            "tickstock.feed.providr",
            "TICKSTOCK_HTTP_PORT", "tickstock.http.port", "user.home", "PATH")))
            .containsExactly("tickstock.detect.lane", "TICKSTOCK_FEED_PROVIDR");
    }
}
