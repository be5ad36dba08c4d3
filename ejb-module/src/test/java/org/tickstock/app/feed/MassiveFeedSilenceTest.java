package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.feed.FeedStatus.State;

class MassiveFeedSilenceTest {

    private final MassiveProtocolServer server = MassiveProtocolServer.open();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void reconnectsAfterAMinuteOfSilenceInTheRegularSession() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLiveWithBands();

            desk.pass(30_000);
            desk.workUntil(desk::isAnswered);
            desk.pass(29_999);
            assertThat(desk.status().state()).isEqualTo(State.LIVE);
            desk.pass(1);

            assertThat(desk.detail()).isEqualTo(
                "reconnecting in 5.0 s, attempt 1: nothing came for 60 s in the regular session");
            desk.pass(5_000);
            desk.workUntilState(State.LIVE);
            assertThat(server.subscribeMessages(1)).containsExactly("T.AAPL,T.MSFT,T.TSLA");
        }
    }

    @Test
    void acceptsSilenceWhenTheMarketIsClosedAsLongAsPingsAreAnswered() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.moveTo(MassiveFeedDesk.CLOSED);
            desk.goLive();

            for (int pings = 1; pings <= 5; pings++) {
                int sent = pings;
                desk.pass(30_000);
                desk.workUntil(() -> server.pings() == sent && desk.isAnswered());
            }

            assertThat(desk.status().state()).isEqualTo(State.LIVE);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void reconnectsWhenAPingIsNotAnsweredForTenSeconds() {
        server.stopAnsweringPings();
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.moveTo(MassiveFeedDesk.CLOSED);
            desk.goLiveWithBands();

            desk.pass(30_000);
            desk.workUntil(() -> server.pings() == 1);
            desk.pass(9_999);
            assertThat(desk.status().state()).isEqualTo(State.LIVE);
            desk.pass(1);

            assertThat(desk.detail()).isEqualTo("reconnecting in 5.0 s, attempt 1: no answer to a ping for 10 s");
        }
    }

    @Test
    void givesEveryStepTenSeconds() {
        server.stopGreeting();
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.start();
            desk.workUntil(() -> server.connections() == 1);

            desk.pass(10_000);
            assertThat(desk.status().state()).isEqualTo(State.CONNECTING);
            desk.pass(1);

            assertThat(desk.detail()).isEqualTo("reconnecting in 5.0 s, attempt 1: connecting took more than 10 s");
        }
    }

    @Test
    void saysWhichStepTheVendorDidNotAnswer() {
        server.answerAuthWith(null);
        server.stopConfirming();
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.start();
            desk.workUntil(() -> desk.detail().equals("authenticating"));
            desk.pass(10_001);
            assertThat(desk.detail()).endsWith("attempt 1: authenticating took more than 10 s");

            server.answerAuthWith(MassiveProtocolServer.status("auth_success", "authenticated"));
            desk.pass(5_000);
            desk.workUntil(() -> server.subscribeMessages(1).size() == 1);
            server.send(MassiveProtocolServer.status("error", "not entitled"));
            desk.workUntil(() -> desk.detail().endsWith("; the vendor said error: not entitled"));
            desk.pass(10_001);

            assertThat(desk.detail()).isEqualTo("reconnecting in 10.0 s, attempt 2: "
                + "subscribing took more than 10 s; the vendor said error: not entitled");
        }
    }
}
