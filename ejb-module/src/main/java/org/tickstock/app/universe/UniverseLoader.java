package org.tickstock.app.universe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tickstock.app.database.DatabaseReady;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * Puts the database's symbols and universes into what runs: once it is there, and again when an import changed them.
 *
 * <p>Symbols first, so that a member that was listed since is a member. The symbol table grows and never shrinks; the
 * live feed asks for what it has gained as far as its subscriptions reach. Emission, gauges and the state of the market
 * take a new index with their next round, within a second.
 * <p>Thread: the database setup's and the import's, one after the other.
 */
@ApplicationScoped
public class UniverseLoader {

    private static final Logger LOG = System.getLogger(UniverseLoader.class.getName());

    @Inject
    private UniverseRepository repository;
    @Inject
    private UniverseIndexHolder holder;
    @Inject
    private SymbolTable symbols;

    void onReady(@Observes DatabaseReady ready) {
        load();
    }

    /** Loads them anew. */
    public synchronized void load() {
        symbols.internAll(repository.tickers());
        holder.swap(UniverseIndex.of(repository.all(), symbols));
        LOG.log(Level.INFO, "universes loaded count={0} symbols={1,number,#}",
            holder.current().universes().size(), symbols.size());
    }
}
