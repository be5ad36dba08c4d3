package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.state.MarketConditions.Regime;

class RegimeImpactTest {

    @Test
    void meansTheDaysAfterARegimeFromTwentyDaysOn() {
        List<RegimeImpact.Day> days = new ArrayList<>();
        for (int day = 1; day <= 21; day++) {
            days.add(new RegimeImpact.Day(day, day - 1, Regime.RISK_ON, day % 2 == 0 ? 1 : 3, 50 + day % 2));
        }

        RegimeImpact riskOn = impact(days, Regime.RISK_ON);

        // days 2 to 21 are days after: ten even, ten odd
        assertThat(riskOn).isEqualTo(new RegimeImpact(Regime.RISK_ON, 20, 2, 50.5));
        assertThat(riskOn.isSufficient()).isTrue();
        assertThat(impact(days.subList(1, 21), Regime.RISK_ON).nextDayPct()).isNaN();
        assertThat(impact(days, Regime.RISK_OFF)).satisfies(none -> {
            assertThat(none.days()).isZero();
            assertThat(none.isSufficient()).isFalse();
        });
    }

    @Test
    void countsNoDayWhoseDayAfterIsMissingOrUnknown() {
        List<RegimeImpact.Day> days = List.of(new RegimeImpact.Day(1, 0, Regime.NEUTRAL, 1, 50),
                new RegimeImpact.Day(3, 2, Regime.NEUTRAL, 1, 50), new RegimeImpact.Day(4, 3, Regime.RISK_ON, 1, 50),
                new RegimeImpact.Day(5, 4, Regime.RISK_ON, Double.NaN, 50));

        assertThat(impact(days, Regime.NEUTRAL).days()).isEqualTo(1);
        assertThat(impact(days, Regime.RISK_ON).days()).isZero();
        assertThat(RegimeImpact.of(days)).extracting(RegimeImpact::regime).doesNotContain(Regime.UNKNOWN);
    }

    private static RegimeImpact impact(List<RegimeImpact.Day> days, Regime regime) {
        return RegimeImpact.of(days).stream().filter(each -> each.regime() == regime).findFirst().orElseThrow();
    }
}
