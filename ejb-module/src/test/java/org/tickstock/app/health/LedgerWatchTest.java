package org.tickstock.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickstock.app.Wiring;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.emit.ConnectionStatus;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;

class LedgerWatchTest {

    private static final Map<String, ConnectionStatus> NOBODY = Map.of();

    private final PipelineStatus balanced = new Pipeline(PipelineSettings.defaults(), List.of(),
        SymbolTable.of(List.of("AAPL")), new NewYorkCalendar(), () -> 1, 7).status();
    private final LedgerWatch watch = new LedgerWatch();
    private final Readiness readiness = Wiring.wire(new Readiness(), watch);

    @Test
    void isUpBeforeTheFirstLookAndWhileEverythingBalances() {
        assertThat(readiness.pipeline().up()).isTrue();

        watch.look(balanced, NOBODY);
        watch.look(balanced, Map.of("c-1", connection(10, 4, 6)));

        assertThat(readiness.pipeline().up()).isTrue();
    }

    @Test
    void goesDownWhenAStageDoesNotBalanceInTwoLooksAndUpWhenItDoes() {
        watch.look(unbalanced(), NOBODY);
        assertThat(readiness.pipeline().up()).isTrue();

        watch.look(unbalanced(), NOBODY);
        assertThat(readiness.pipeline().up()).isFalse();
        assertThat(readiness.pipeline().detail())
            .isEqualTo("does not balance: collect high in=5 out=6 refused={} in_flight=-1");

        watch.look(balanced, NOBODY);
        assertThat(readiness.pipeline().up()).isTrue();
    }

    @Test
    void doesNotAddUpLooksThatWereApart() {
        watch.look(unbalanced(), NOBODY);
        watch.look(balanced, NOBODY);
        watch.look(unbalanced(), NOBODY);

        assertThat(readiness.pipeline().up()).isTrue();
    }

    @Test
    void seesAStageThatHoldsMoreThanItCan() {
        PipelineStatus.Flow flow = new PipelineStatus.Flow(900, 100, Map.of(), 800);
        PipelineStatus full = withStage(new PipelineStatus.Stage("detect", flow, Map.of(), 500));

        watch.look(full, NOBODY);
        watch.look(full, NOBODY);

        assertThat(watch.trouble()).isEqualTo("detect in=900 out=100 refused={} in_flight=800 capacity=500");
    }

    @Test
    void seesAConnectionThatLostAnEvent() {
        watch.look(balanced, Map.of("c-1", connection(10, 4, 6), "c-2", connection(10, 4, 5)));
        watch.look(balanced, Map.of("c-1", connection(10, 4, 6), "c-2", connection(10, 4, 5)));

        assertThat(readiness.pipeline().up()).isFalse();
        assertThat(watch.trouble()).isEqualTo("connection c-2 lost 1 of 10");
    }

    private PipelineStatus unbalanced() {
        PipelineStatus.Flow flow = new PipelineStatus.Flow(5, 6, Map.of(), -1);
        return withStage(new PipelineStatus.Stage("collect", flow, Map.of("high", flow), 20_000));
    }

    private PipelineStatus withStage(PipelineStatus.Stage stage) {
        return new PipelineStatus(stage.balanced(), List.of(stage), balanced.queues(), balanced.events(),
            balanced.verdicts(), balanced.withheld());
    }

    private static ConnectionStatus connection(long offered, long filtered, long sent) {
        return new ConnectionStatus(7, offered, offered, filtered, sent, 0, 0, 0, 0, 0, 0, 0, -1, 0, -1);
    }
}
