package org.tickstock.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of market rules, section 1, and what several conditions on one trade mean. */
class TradeConditionsTest {

    private final TradeConditions sip = TradeConditions.sip();

    @ParameterizedTest
    @CsvSource({
        "0,yes,yes,yes", "14,yes,yes,yes", "25,yes,yes,yes", "28,yes,yes,yes", "8,yes,yes,yes", "9,yes,yes,yes",
        "34,yes,yes,yes", "27,yes,yes,yes", "36,yes,yes,yes", "30,yes,yes,yes", "1,yes,yes,yes", "3,yes,yes,yes",
        "4,yes,yes,yes", "6,yes,yes,yes", "11,yes,yes,yes", "23,yes,yes,yes", "35,yes,yes,yes", "41,yes,yes,yes",
        "33,yes,no,yes", "32,yes,no,yes", "22,yes,no,yes", "10,yes,no,yes", "29,yes,no,yes", "5,yes,no,yes",
        "37,no,no,yes", "12,no,no,yes", "13,no,no,yes", "2,no,no,yes", "7,no,no,yes", "20,no,no,yes", "21,no,no,yes",
        "52,no,no,yes", "53,no,no,yes", "15,no,no,no", "16,no,no,no", "38,yes,yes,no"})
    void decidesInTheRegularSessionAsTheTableSays(int id, String highLow, String last, String volume) {
        assertThat(decide(TradeConditions.bitOf(id), MarketSession.REGULAR))
                .isEqualTo(highLow + "," + last + "," + volume);
    }

    @Test
    void takesATradeWithoutConditionForEverything() {
        assertThat(decide(0, MarketSession.REGULAR)).isEqualTo("yes,yes,yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "AFTER"})
    void letsFormTSetPricesInExtendedHoursOnly(MarketSession session) {
        long formT = TradeConditions.bitOf(12);

        assertThat(decide(formT, session)).isEqualTo("yes,yes,yes");
        assertThat(decide(formT | TradeConditions.bitOf(14) | TradeConditions.bitOf(41), session))
                .isEqualTo("yes,yes,yes");
        assertThat(decide(formT | TradeConditions.bitOf(37), session)).isEqualTo("no,no,yes");
        assertThat(decide(formT, MarketSession.REGULAR)).isEqualTo("no,no,yes");
    }

    @Test
    void needsEveryConditionOfATradeToAllowAThing() {
        long sweepAndOddLot = TradeConditions.bitOf(14) | TradeConditions.bitOf(37);
        long sweepAndSeller = TradeConditions.bitOf(14) | TradeConditions.bitOf(29);

        assertThat(decide(sweepAndOddLot, MarketSession.REGULAR)).isEqualTo("no,no,yes");
        assertThat(decide(sweepAndSeller, MarketSession.REGULAR)).isEqualTo("yes,no,yes");
        assertThat(sip.nameOf(sip.forbiddingId(sweepAndOddLot, MarketSession.REGULAR))).isEqualTo("odd lot");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 17, 45, 62, 63, 64, 1_000})
    void countsAnUnknownConditionAsVolumeOnly(int id) {
        long bits = TradeConditions.bitOf(id) | TradeConditions.bitOf(14);

        assertThat(sip.knows(bits)).isFalse();
        assertThat(decide(bits, MarketSession.REGULAR)).isEqualTo("no,no,yes");
        assertThat(decide(bits, MarketSession.PRE)).isEqualTo("no,no,yes");
        assertThat(sip.nameOf(sip.forbiddingId(bits, MarketSession.PRE))).isEqualTo("unknown");
    }

    @Test
    void leavesOutWhatItsVendorLeavesOutWhenLean() {
        TradeConditions lean = TradeConditions.shipped("lean");

        for (int id : new int[] {12, 14, 41}) {
            assertThat(lean.mayMoveHighLow(TradeConditions.bitOf(id), MarketSession.REGULAR)).isFalse();
            assertThat(lean.mayMoveLast(TradeConditions.bitOf(id), MarketSession.REGULAR)).isFalse();
            assertThat(lean.mayMoveHighLow(TradeConditions.bitOf(id), MarketSession.PRE)).isTrue();
            assertThat(lean.mayMoveLast(TradeConditions.bitOf(id), MarketSession.AFTER)).isTrue();
            assertThat(lean.addsVolume(TradeConditions.bitOf(id))).isTrue();
        }
        assertThat(lean.mayMoveHighLow(TradeConditions.bitOf(10), MarketSession.REGULAR)).isTrue();
        assertThat(lean.mayMoveLast(TradeConditions.bitOf(10), MarketSession.REGULAR)).isTrue();
        assertThat(lean.addsVolume(TradeConditions.bitOf(15))).isFalse();
    }

    @Test
    void namesItsVersionAndRefusesAProfileItDoesNotHave() {
        assertThat(sip.version()).startsWith("version 20");
        assertThatThrownBy(() -> TradeConditions.shipped("fat"))
                .hasMessage("tickstock.detect.conditions must be sip or lean, was 'fat'");
    }

    private String decide(long bits, MarketSession session) {
        return word(sip.mayMoveHighLow(bits, session)) + "," + word(sip.mayMoveLast(bits, session)) + ","
                + word(sip.addsVolume(bits));
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }
}
