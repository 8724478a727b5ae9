package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A publisher that says so before its first message. */
class AnnouncedPublisherTest {
    @AutoClose
    private final VirtualNetwork network = VirtualNetwork.seeded(1);

    private final Dts publisher = network.join("publisher");
    private final Dts listener = network.join("listener");
    private final Notes notes = Notes.of(listener, Delivery.inline());

    @Test
    void itsFirstMessageIsMissed() {
        new ReadingPublisher(publisher).announce();
        network.run(Duration.ofSeconds(1));
        assertThat(network.traffic(publisher).sent()).isPositive();
        loseOne();
        assertThat(notes.losses).containsExactly(Notes.missing(1, 1));
        assertThat(notes.numbers).containsExactly(2);
    }

    @Test
    void thatOfOthersIsNot() {
        network.run(Duration.ofSeconds(1));
        loseOne();
        assertThat(notes.losses).isEmpty();
        assertThat(notes.numbers).containsExactly(2);
    }

    private void loseOne() {
        network.loss(1);
        Notes.publish(publisher, 1, 1);
        network.run(Duration.ofMillis(1));
        network.loss(0);
        Notes.publish(publisher, 2, 2);
        network.run(Duration.ofMillis(1));
    }
}
