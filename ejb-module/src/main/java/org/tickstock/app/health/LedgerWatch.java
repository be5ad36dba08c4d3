package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.emit.ConnectionStatus;

/**
 * Says when the ledger does not balance, at any stage or on any connection, in two looks in a row. One look alone says
 * nothing: its figures are read one after the other while events pass.
 *
 * <p>Thread: a timer looks, anyone asks.
 */
@ApplicationScoped
public class LedgerWatch {

    private static final int LOOKS = 2;

    // guarded by this
    private int inARow;
    private String found;

    /** One look: the pipeline, and the ledgers of connections by name. */
    synchronized void look(PipelineStatus pipeline, Map<String, ConnectionStatus> connections) {
        List<String> faults = new ArrayList<>();
        pipeline.stages().stream().filter(stage -> !stage.balanced()).map(LedgerWatch::describe).forEach(faults::add);
        connections.forEach((connection, ledger) -> {
            if (!ledger.balanced()) {
                faults.add("connection " + connection + " lost " + ledger.lost() + " of " + ledger.offered());
            }
        });
        inARow = faults.isEmpty() ? 0 : inARow + 1;
        found = String.join("; ", faults);
    }

    /** What does not balance, or null while everything does. */
    synchronized String trouble() {
        return inARow < LOOKS ? null : found;
    }

    /** The types at fault; the stage as a whole where it holds more than it can. */
    private static String describe(PipelineStatus.Stage stage) {
        List<String> types = stage.types().entrySet().stream().filter(entry -> entry.getValue().inFlight() < 0)
            .map(entry -> stage.name() + ' ' + entry.getKey() + ' ' + describe(entry.getValue())).toList();
        return types.isEmpty()
            ? stage.name() + ' ' + describe(stage.all()) + " capacity=" + stage.capacity()
            : String.join("; ", types);
    }

    private static String describe(PipelineStatus.Flow flow) {
        return "in=" + flow.in() + " out=" + flow.out() + " refused=" + flow.refused() + " in_flight="
            + flow.inFlight();
    }
}
