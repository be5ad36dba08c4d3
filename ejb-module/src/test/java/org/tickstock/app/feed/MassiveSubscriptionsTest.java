package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.SymbolTable;

class MassiveSubscriptionsTest {

    private final SymbolTable symbols = SymbolTable.of(List.of("AAPL", "MSFT"));

    @Test
    void asksForWhatIsListedLaterAndItsBandsAsFarAsItMay() {
        MassiveSubscriptions subscriptions = new MassiveSubscriptions(settings(3), symbols);
        assertThat(subscriptions.next(false)).endsWith("\"params\":\"T.AAPL,T.MSFT\"}");
        assertThat(subscriptions.next(true)).endsWith("\"params\":\"LULD.AAPL,LULD.MSFT\"}");
        assertThat(subscriptions.next(true)).isNull();

        symbols.internAll(List.of("NEWCO", "OTHER"));

        assertThat(subscriptions.next(true)).endsWith("\"params\":\"T.NEWCO\"}");
        assertThat(subscriptions.next(true)).endsWith("\"params\":\"LULD.NEWCO\"}");
        assertThat(subscriptions.next(true)).isNull();
        assertThat(subscriptions.leftOut()).isEqualTo(1);
    }

    private static MassiveSettings settings(int most) {
        return new MassiveSettings("ws://localhost:1/stocks", "key", List.of("T"), 500, 200, most, 5_000, 60_000,
            60_000, 30_000);
    }
}
