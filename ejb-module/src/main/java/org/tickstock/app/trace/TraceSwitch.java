package org.tickstock.app.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickstock.app.account.SignedIn;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.trace.TraceSettings;
import org.tickstock.engine.trace.Tracer;

/**
 * Turns the tracer on and off: at the start as configured, later as an administrator wants it.
 *
 * <p>Thread: any.
 * <p>Errors: an {@link UnknownTickersException} when asked for what nobody knows; of the configuration it is logged.
 */
@ApplicationScoped
public class TraceSwitch {

    private static final Logger LOG = System.getLogger(TraceSwitch.class.getName());

    @Inject
    private Tracer tracer;
    @Inject
    private TraceSettings settings;
    @Inject
    private SymbolTable symbols;

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (!settings.tickers().isEmpty()) {
            try {
                begin(settings.tickers());
                LOG.log(Level.INFO, "tracing begun by configuration tickers={0}", settings.tickers());
            } catch (UnknownTickersException unknown) {
                LOG.log(Level.WARNING, "tracing not begun tickers={0}", unknown.tickers());
            }
        }
    }

    /** Traces these symbols, and no others, from now on. */
    public void begin(List<String> tickers, SignedIn by) {
        begin(tickers);
        LOG.log(Level.INFO, "tracing begun userId={0} tickers={1}", by.userId(), tickers);
    }

    /** Notes nothing more. */
    public void end(SignedIn by) {
        tracer.end();
        LOG.log(Level.INFO, "tracing ended userId={0}", by.userId());
    }

    /** Forgets what was noted. */
    public void clear(SignedIn by) {
        tracer.clear();
        LOG.log(Level.INFO, "trace cleared userId={0}", by.userId());
    }

    private void begin(List<String> tickers) {
        List<Integer> ids = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String ticker : tickers) {
            int id = symbols.idOf(ticker.toUpperCase(Locale.ROOT));
            if (id == SymbolTable.UNKNOWN) {
                unknown.add(ticker);
            } else {
                ids.add(id);
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownTickersException(unknown);
        }
        tracer.begin(ids);
    }
}
