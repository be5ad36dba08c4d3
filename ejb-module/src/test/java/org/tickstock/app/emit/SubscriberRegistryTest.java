package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickstock.engine.universe.UniverseSelection;

class SubscriberRegistryTest {

    @Test
    void sendsToEveryConnectionThoughOneOfThemFails() {
        SubscriberRegistry registry = new SubscriberRegistry();
        TestConnection broken = new TestConnection("b", 1, UniverseSelection.NONE);
        broken.isBroken = true;
        TestConnection first = new TestConnection("a", 1, UniverseSelection.NONE);
        TestConnection last = new TestConnection("c", 1, UniverseSelection.NONE);
        registry.add(first);
        registry.add(broken);
        registry.add(last);

        registry.sendToEach(subscriber -> "for " + subscriber.connectionId());

        assertThat(first.control).containsExactly("for a");
        assertThat(last.control).containsExactly("for c");
    }
}
