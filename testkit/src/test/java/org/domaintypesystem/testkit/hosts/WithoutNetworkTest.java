package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.hosts.Node.awaitAllKnown;
import static org.domaintypesystem.testkit.hosts.Node.eventually;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts that lack what a node needs, or nearly so. */
@Tag("hosts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WithoutNetworkTest {
    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void aNodeWithoutAnyInterfaceSaysSoAndWaitsForOne() {
        Bridge network = lab.network("lan", "10.87.0");
        Host gamma = lab.host("gamma");
        gamma.ip("link set lo down");
        Node c = gamma.start("c");
        assertThat(c.publish(2)).isZero();
        assertThat(c.log())
                .contains(
                        "c: No network interface is up and does IPv4 multicast: lo (down, or no cable). Bring one up");

        network.plug(gamma, "eth0");
        Node a = network.host("alpha", "eth0").start("a");
        awaitAllKnown(a, c);
        assertThat(c.publish(2)).isEqualTo(2);
        eventually(() -> assertThat(a.heardFrom(c)).containsExactly(1, 2));
        eventually(() -> assertThat(c.log()).contains("now receives on eth0 (10.87.0.11), sends on eth0 (10.87.0.11)"));
    }

    @Test
    void anInterfaceThatIsNamedAndNotThereIsAnError() {
        Bridge network = lab.network("lan", "10.87.0");
        Node node = network.host("alpha", "eth0").start("a", "eth1");
        assertThat(node.awaitEnd()).isEqualTo(1);
        assertThat(node.log())
                .contains(
                        "no network interface \"eth1\" that is up and does IPv4 multicast; there are: ",
                        "eth0 (10.87.0.11)");
    }

    @Test
    void noRouteIsNeeded() {
        Bridge network = lab.network("lan", "10.87.0");
        Host alpha = network.host("alpha", "eth0");
        lab.awaitLinks();
        alpha.ip("route flush dev eth0");
        assertThat(alpha.run("ip", "route")).isEmpty();
        Node a = alpha.start("a");
        a.publish(1);
        Node b = network.host("beta", "eth0").start("b");
        awaitAllKnown(a, b);
        a.publish(2);
        b.publish(2);
        eventually(() -> {
            assertThat(b.heardFrom(a)).endsWith(2, 3);
            assertThat(a.heardFrom(b)).containsExactly(1, 2);
        });
    }
}
