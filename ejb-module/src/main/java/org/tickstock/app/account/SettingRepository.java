package org.tickstock.app.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes what people arranged for themselves: named JSON objects, of which only pages know the meaning.
 *
 * <p>Thread: any; one transaction a call.
 */
@Stateless
public class SettingRepository {

    /** How many an account may keep. */
    public static final int MAX_SETTINGS = 20;

    @PersistenceContext(unitName = "tickstock")
    private EntityManager entities;

    /** The JSON kept under a name. */
    public Optional<String> find(long userId, String name) {
        List<?> found = entities
            .createNativeQuery("SELECT CAST(value AS text) FROM user_settings WHERE user_id = :userId AND name = :name")
            .setParameter("userId", userId).setParameter("name", name).getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** Keeps a JSON object under a name, in place of an older one; false where the account has no room for another. */
    public boolean save(long userId, String name, String json) {
        // Saving is one at a time for each account, or two tabs could go beyond the limit together.
        entities.find(User.class, userId, LockModeType.PESSIMISTIC_WRITE);
        Number others = (Number) entities
            .createNativeQuery("SELECT count(*) FROM user_settings WHERE user_id = :userId AND name <> :name")
            .setParameter("userId", userId).setParameter("name", name).getSingleResult();
        if (others.intValue() >= MAX_SETTINGS) {
            return false;
        }
        entities.createNativeQuery("""
                INSERT INTO user_settings (user_id, name, value) VALUES (:userId, :name, CAST(:json AS jsonb))
                ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value, updated_at = now()""")
            .setParameter("userId", userId).setParameter("name", name).setParameter("json", json).executeUpdate();
        return true;
    }

    /** Forgets what is kept under a name. */
    public void remove(long userId, String name) {
        entities.createNativeQuery("DELETE FROM user_settings WHERE user_id = :userId AND name = :name")
            .setParameter("userId", userId).setParameter("name", name).executeUpdate();
    }
}
