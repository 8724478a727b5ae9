package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.Notes.missing;
import static org.domaintypesystem.testkit.Notes.publish;

import java.time.Duration;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a control message makes due is done when it is due, and not when something else is. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class PresenceTimingTest {
    private Dts a;
    private Dts b;

    @BeforeEach
    void join(VirtualNetwork network) {
        a = network.join("a");
        b = network.join("b");
        network.run(Duration.ofMinutes(5));
    }

    @Test
    void whoAsksIsAnsweredWithinATenthOfASecond(VirtualNetwork network) {
        Dts newcomer = network.join("newcomer");
        network.run(Duration.ofMillis(101));
        assertThat(newcomer.peers()).extracting(Peer::name).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theTailOfOneWhoLeavesIsReportedAfterAFifthOfASecond(VirtualNetwork network) {
        Notes notes = Notes.of(b);
        publish(a, 1, 1);
        network.run(Duration.ofSeconds(1));
        network.link(a, b).loss(1);
        publish(a, 2, 4);
        network.link(a, b).loss(0);
        a.close();
        network.run(Duration.ofMillis(201));
        assertThat(notes.losses).containsExactly(missing(2, 3));
    }
}
