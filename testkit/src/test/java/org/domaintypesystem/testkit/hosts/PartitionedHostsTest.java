package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.hosts.Node.awaitAllKnown;
import static org.domaintypesystem.testkit.hosts.Node.eventually;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that is cut off from the others for a while. */
@Tag("hosts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PartitionedHostsTest {
    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void exactlyWhatWasMissedIsReported() {
        Bridge network = lab.network("lan", "10.87.0");
        Host beta = network.host("beta", "eth0");
        Host gamma = network.host("gamma", "eth0");
        Node a = network.host("alpha", "eth0").start("a");
        Node b = beta.start("b");
        Node c = gamma.start("c");
        List<Node> all = List.of(a, b, c);
        awaitAllKnown(a, b, c);
        all.forEach(node -> node.publish(1));
        eventually(() -> all.forEach(listener -> all.forEach(
                publisher -> assertThat(listener.heardFrom(publisher)).containsExactly(1))));

        network.cut(gamma, "eth0");
        a.publish(3);
        c.publish(2);
        Node late = beta.start("late");
        eventually(() -> {
            assertThat(b.heardFrom(a)).containsExactly(1, 2, 3, 4);
            assertThat(c.heardFrom(c)).containsExactly(1, 2, 3);
            assertThat(late.peers()).hasSize(2);
        });
        assertThat(c.heardFrom(a)).containsExactly(1);

        network.mend(gamma, "eth0");
        a.publish(1);
        eventually(() -> {
            assertThat(c.heardFrom(a)).containsExactly(1, 5);
            assertThat(c.lostFrom(a)).containsExactly("MISSING 2+3");
        });
        // Announcements tell the rest: who came meanwhile, and what the last messages were of one who has no more to
        // say.
        eventually(() -> {
            assertThat(a.lostFrom(c)).containsExactly("MISSING 2+2");
            assertThat(b.lostFrom(c)).containsExactly("MISSING 2+2");
            assertThat(c.peers()).contains(late.identity());
            assertThat(late.peers()).contains(c.identity());
        });

        all.forEach(node -> node.publish(1));
        eventually(() -> {
            assertThat(a.heardFrom(c)).containsExactly(1, 4);
            assertThat(b.heardFrom(c)).containsExactly(1, 4);
            assertThat(b.heardFrom(a)).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(c.heardFrom(a)).containsExactly(1, 5, 6);
            assertThat(c.heardFrom(b)).containsExactly(1, 2);
            assertThat(late.heardFrom(c)).containsExactly(4);
        });
        assertThat(a.lostFrom(c)).hasSize(1);
        assertThat(b.lostFrom(c)).hasSize(1);
        assertThat(b.lostFrom(a)).isEmpty();
        assertThat(c.lostFrom(a)).hasSize(1);
        assertThat(c.lostFrom(b)).isEmpty();
        assertThat(late.lostFrom(c)).isEmpty();
        all.forEach(node -> all.forEach(other -> assertThat(node.goneIs(other)).isEmpty()));
    }
}
