package org.tickstock.app.state;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tickstock.engine.state.MarketStateView;

/**
 * Holds the newest view of the market; a refresh swaps it whole.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class MarketStateHolder {

    private volatile MarketStateView view;

    /** The newest view; empty until one was made. */
    public Optional<MarketStateView> current() {
        return Optional.ofNullable(view);
    }

    void swap(MarketStateView made) {
        view = made;
    }
}
