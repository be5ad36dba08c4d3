package org.tickstock.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private static final String MEMBERS = "Symbol,Security,GICS Sector,GICS Sub-Industry\n"
            + "BRK.B,Berkshire Hathaway,Financials,Multi-Sector Holdings\nGONE,Gone Inc.,Energy,Oil\n";

    @Test
    void readsEveryShippedListing() {
        ReferenceData shipped = ReferenceData.load();

        assertThat(shipped.listings()).hasSize(13_113 - 9 + 2);
        assertThat(shipped.sp500()).hasSize(503).allSatisfy(member -> assertThat(member.sector()).isNotEmpty());
        assertThat(shipped.skippedRows()).isEqualTo(Map.of("not a ticker", 1, "test symbol", 8));
        assertThat(shipped.listing("SPY")).get().matches(Listing::etf);
        assertThat(shipped.listing("ZVZZT")).isEmpty();
        assertThat(shipped.listing("AEHR")).isPresent();
        assertThat(shipped.listing("A")).get().isEqualTo(new Listing("A", "Agilent Technologies, Inc. Common Stock",
                "NYSE", false, "Health Care", "Life Sciences Tools & Services"));
    }

    @Test
    void spellsTickersAsTheVendorDoes() throws IOException {
        ReferenceData data = ReferenceData.of(table("symbol,name,exchange,etf,gics_sector,gics_sub_industry\n"
                + "BAC$L,Preferred,NYSE,N,,\nFLYX.W,Warrant,AMEX,N,,\nBRK.B,Berkshire,NYSE,N,Financials,\n"),
                table(MEMBERS));

        assertThat(data.listings()).extracting(Listing::symbol).containsExactly("BACpL", "BRK.B", "FLYX.WS", "GONE");
        assertThat(data.sp500()).extracting(Listing::exchange).containsExactly("NYSE", "");
        assertThat(ReferenceData.vendorSpelling("BAC^L")).isEqualTo("BACpL");
        assertThat(ReferenceData.vendorSpelling("AKO/A")).isEqualTo("AKO.A");
    }

    @Test
    void countsRowsThatAreNoListing() throws IOException {
        ReferenceData data = ReferenceData.of(table("symbol,name,exchange,etf,gics_sector,gics_sub_industry\n"
                + "File Creation Time: 1,,,,,\nZZZ,Nasdaq Test Stock,NASDAQ,N,,\n"
                + "AA,Alcoa,NYSE,N,,\nAA,Alcoa,NYSE,N,,\n"),
                table(MEMBERS));

        assertThat(data.skippedRows()).isEqualTo(Map.of("not a ticker", 1, "test symbol", 1, "listed twice", 1));
    }

    @Test
    void keepsCommasQuotesAndLineEndsInsideQuotes() throws IOException {
        CsvTable table = table("a,b,c\r\n\"x, y\",\"say \"\"hi\"\"\",\"two\nlines\"\r\nshort\r\n");

        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.field(0, "a")).isEqualTo("x, y");
        assertThat(table.field(0, "b")).isEqualTo("say \"hi\"");
        assertThat(table.field(0, "c")).isEqualTo("two\nlines");
        assertThat(table.field(1, "c")).isEmpty();
    }

    @Test
    void refusesTableWithoutTheColumn() throws IOException {
        CsvTable table = table("a,b\n1,2\n");

        assertThatThrownBy(() -> table.field(0, "symbol")).hasMessage("table must have the column symbol, was [a, b]");
    }

    private static CsvTable table(String text) throws IOException {
        return CsvTable.read(new BufferedReader(new StringReader(text)));
    }
}
