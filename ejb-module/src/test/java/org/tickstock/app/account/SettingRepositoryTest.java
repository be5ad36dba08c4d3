package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.app.Wiring.wire;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;

@ExtendWith(TestDatabase.Resolver.class)
class SettingRepositoryTest {

    private TestDatabase database;
    private long userId;
    private long otherId;

    @BeforeEach
    void addUsers(TestDatabase shared) {
        database = shared.fresh();
        userId = add("a@b.c", "A");
        otherId = add("d@e.f", "D");
    }

    @Test
    void keepsTheNewestUnderItsNameForItsOwnerAlone() {
        save(userId, "board", "{\"width\": 1}");
        save(userId, "board", "{\"width\": 2}");

        assertThat(find(userId, "board")).hasValue("{\"width\": 2}");
        assertThat(find(userId, "other")).isEmpty();
        assertThat(find(otherId, "board")).isEmpty();
    }

    @Test
    void forgetsWhatIsRemoved() {
        save(userId, "board", "{}");
        with(settings -> {
            settings.remove(userId, "board");
            return null;
        });

        assertThat(find(userId, "board")).isEmpty();
    }

    @Test
    void hasRoomForTwentyAndStillRevisesThem() {
        for (int number = 1; number <= SettingRepository.MAX_SETTINGS; number++) {
            assertThat(save(userId, "board-" + number, "{}")).isTrue();
        }

        assertThat(save(userId, "one-more", "{}")).isFalse();
        assertThat(find(userId, "one-more")).isEmpty();
        assertThat(save(userId, "board-7", "{\"width\": 3}")).isTrue();
        assertThat(save(otherId, "one-more", "{}")).isTrue();
    }

    private long add(String email, String name) {
        return database.inTransaction(entities -> wire(new UserRepository(), entities)
            .add(new User(email, name, "user", "hash", Instant.EPOCH)));
    }

    private boolean save(long owner, String name, String json) {
        return with(settings -> settings.save(owner, name, json));
    }

    private Optional<String> find(long owner, String name) {
        return with(settings -> settings.find(owner, name));
    }

    private <T> T with(Function<SettingRepository, T> work) {
        return database.inTransaction(entities -> work.apply(wire(new SettingRepository(), entities)));
    }
}
