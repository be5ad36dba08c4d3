package org.tickstock.app.universe;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Reads and writes universes and what users picked of them.
 *
 * <p>Thread: any; one transaction a call.
 */
@Stateless
public class UniverseRepository {

    @PersistenceContext(unitName = "tickstock")
    private EntityManager entities;

    /** Every universe, in the order they were added. */
    public List<Universe> all() {
        return entities
            .createQuery("select distinct u from UniverseEntity u left join fetch u.symbols order by u.id",
                UniverseEntity.class)
            .getResultStream().map(UniverseEntity::toUniverse).toList();
    }

    /** Every ticker that is listed, imported ones included, in alphabetical order. */
    public List<String> tickers() {
        List<?> rows = entities.createNativeQuery("select symbol from symbols order by symbol").getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** Adds those whose names are new; what is there stays as it is. Returns how many were added. */
    public int addMissing(Collection<Universe> universes, Instant now) {
        List<String> present = entities.createQuery("select u.name from UniverseEntity u", String.class)
            .getResultList();
        List<Universe> missing = universes.stream().filter(each -> !present.contains(each.name())).toList();
        missing.forEach(each -> entities.persist(new UniverseEntity(each, now)));
        return missing.size();
    }

    /** What the user picked; nothing for a user who never did. */
    public UniverseSelection selectionOf(long userId) {
        List<String> market = new ArrayList<>();
        List<String> highlow = new ArrayList<>();
        List<UserUniverseEntity> picks = entities
            .createQuery("select p from UserUniverseEntity p join fetch p.universe where p.userId = :userId",
                UserUniverseEntity.class)
            .setParameter("userId", userId).getResultList();
        for (UserUniverseEntity pick : picks) {
            (pick.tracker() == Tracker.market ? market : highlow).add(pick.universeName());
        }
        return new UniverseSelection(market, highlow);
    }

    /**
     * Replaces what the user picked.
     *
     * @throws UnknownUniverseException when a name has no universe; nothing is saved
     */
    public void save(long userId, UniverseSelection selection, Instant now) {
        Map<String, UniverseEntity> byName = universesNamed(selection);
        entities.createQuery("delete from UserUniverseEntity p where p.userId = :userId")
            .setParameter("userId", userId).executeUpdate();
        selection.market().forEach(name -> entities.persist(
            new UserUniverseEntity(userId, Tracker.market, byName.get(name), now)));
        selection.highlow().forEach(name -> entities.persist(
            new UserUniverseEntity(userId, Tracker.highlow, byName.get(name), now)));
        entities.flush();
    }

    private Map<String, UniverseEntity> universesNamed(UniverseSelection selection) {
        TreeSet<String> names = new TreeSet<>(selection.market());
        names.addAll(selection.highlow());
        Map<String, UniverseEntity> byName = new HashMap<>();
        entities.createQuery("select u from UniverseEntity u where u.name in :names", UniverseEntity.class)
            .setParameter("names", names).getResultStream().forEach(each -> byName.put(each.name(), each));
        names.removeAll(byName.keySet());
        if (!names.isEmpty()) {
            throw new UnknownUniverseException(List.copyOf(names));
        }
        return byName;
    }
}
