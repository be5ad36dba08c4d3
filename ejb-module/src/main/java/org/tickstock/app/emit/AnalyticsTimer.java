package org.tickstock.app.emit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickstock.app.analytics.MarketAnalytics;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Reads windows that have settled into gauges, and tells every connection of its own.
 *
 * <p>Thread: an EJB timer, each second.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnalyticsTimer {

    private static final Logger LOG = System.getLogger(AnalyticsTimer.class.getName());

    @Inject
    private SubscriberRegistry registry;
    @Inject
    private MarketAnalytics analytics;
    @Inject
    private AnalyticsFrames frames;

    /** One look. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void look() {
        try {
            Set<UniverseSelection> watched = registry.all().stream().map(UserSubscriber::selection)
                .collect(Collectors.toSet());
            if (analytics.update(watched)) {
                Map<UniverseSelection, String> texts = new HashMap<>();
                registry.sendToEach(each -> texts.computeIfAbsent(each.selection(), frames::marketAnalytics));
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "analytics not looked at", fault);
        }
    }
}
