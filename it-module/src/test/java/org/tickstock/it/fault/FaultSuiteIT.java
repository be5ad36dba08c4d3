package org.tickstock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.it.SharedServer;
import org.tickstock.it.TestBed;

/** After each fault every event is delivered, journalled or in a declared gap, and no client got one twice. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class FaultSuiteIT {

    private static final Path REPORT = Path.of("target", "faults.md");

    private final FaultReport report = new FaultReport();
    private Stand stand;

    @BeforeAll
    void start(TestBed bed) {
        stand = Stand.open(bed);
    }

    @AfterAll
    void stop() {
        System.out.println(report.markdown());
        report.write(REPORT);
        if (stand != null) {
            stand.close();
        }
    }

    @Test
    @Order(1)
    void losesNothingToGarbage() {
        assertAccountedFor(new Garbage());
    }

    @Test
    @Order(2)
    void losesNothingToClientsThatStall() {
        assertAccountedFor(new StalledClients());
    }

    @Test
    @Order(3)
    void losesNothingInAReconnectStorm() {
        assertAccountedFor(new ReconnectStorm());
    }

    @Test
    @Order(4)
    void losesNothingWhileTheDatabaseIsAway() {
        Finding finding = assertAccountedFor(new DatabaseAway());
        assertThat(finding.declared()).isZero();
    }

    @Test
    @Order(5)
    void declaresWhatAFullDiskCouldNotHold() {
        assertAccountedFor(new DiskFull());
    }

    @Test
    @Order(6)
    void losesNothingToAClockThatSteps() {
        Assumptions.assumeTrue(stand.clock().isMovable(), "there is no C compiler (cc): the clock cannot be moved");
        Finding finding = assertAccountedFor(new ClockStep());
        assertThat(finding.declared()).isZero();
    }

    @Test
    @Order(7)
    void declaresTheEndOfAKilledServersLog() {
        assertAccountedFor(new ServerKilled());
    }

    @Test
    @Order(8)
    void declaresWhatBuffersThatRunOverLose() {
        Finding finding = assertAccountedFor(new BufferRunOver());
        assertThat(finding.declared()).isPositive();
    }

    private Finding assertAccountedFor(Fault fault) {
        Finding finding = new Trial(stand).run(fault);
        report.add(finding);
        assertThat(finding.wrong()).isEmpty();
        assertThat(finding.lost()).isZero();
        assertThat(finding.duplicates()).isZero();
        assertThat(finding.journalled()).isPositive();
        assertThat(finding.deliveries()).isPositive();
        return finding;
    }
}
