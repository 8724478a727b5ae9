package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.hosts.Node.awaitAllKnown;
import static org.domaintypesystem.testkit.hosts.Node.eventually;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.schema.MulticastGroups;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes on several hosts of one network. */
@Tag("hosts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostsTest {
    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void everybodyHearsEverybody() {
        Bridge network = lab.network("lan", "10.87.0");
        Node a = network.host("alpha", "eth0").start("a");
        Node b = network.host("beta", "eth0").start("b");
        Node c = network.host("gamma", "eth0").start("c");
        awaitAllKnown(a, b, c);
        List<Node> all = List.of(a, b, c);
        for (int last = 50; last <= 250; last += 50) {
            List<Integer> published = Node.numbers(last);
            for (Node node : all) {
                assertThat(node.publish(50)).isEqualTo(last);
            }
            eventually(() -> {
                for (Node listener : all) {
                    for (Node publisher : all) {
                        assertThat(listener.heardFrom(publisher))
                                .as("what %s heard from %s", listener, publisher)
                                .isEqualTo(published);
                    }
                }
            });
        }
        all.forEach(node -> assertThat(node.duplicates()).isZero());
        c.leave();
        eventually(() -> {
            assertThat(a.goneIs(c)).containsExactly("left");
            assertThat(b.goneIs(c)).containsExactly("left");
            assertThat(a.peers()).containsExactly(b.identity());
        });
        for (Node listener : all) {
            for (Node publisher : all) {
                assertThat(listener.lostFrom(publisher)).isEmpty();
            }
        }
    }

    @Test
    void aNodeThatIsKilledAndStartedAgainIsAnotherSender() {
        Bridge network = lab.network("lan", "10.87.0");
        Host alpha = network.host("alpha", "eth0");
        Node killed = alpha.start("a");
        Node b = network.host("beta", "eth0").start("b");
        awaitAllKnown(killed, b);
        killed.publish(3);
        eventually(() -> assertThat(b.heardFrom(killed)).containsExactly(1, 2, 3));
        killed.kill();

        Node again = alpha.start("a");
        again.publish(2);
        eventually(() -> {
            assertThat(b.heardFrom(again)).containsExactly(1, 2);
            assertThat(b.peers()).containsExactlyInAnyOrder(killed.identity(), again.identity());
        });
        again.leave();
        eventually(() -> assertThat(b.goneIs(again)).containsExactly("left"));
        // Nobody knows yet.
        assertThat(b.goneIs(killed)).isEmpty();
        assertThat(b.peers()).containsExactly(killed.identity());
        assertThat(b.lostFrom(killed)).isEmpty();
        assertThat(b.lostFrom(again)).isEmpty();
    }

    /** A bridge, or a switch, that learns where a group is listened to, and sends it nowhere else. */
    @Test
    void aBridgeKnowsWhoListens() {
        // As fast to learn as it can be: times are in hundredths of a second.
        Bridge network = new Bridge(
                lab.host("lan"), "br0", "10.87.0", "mcast_query_interval 100 mcast_query_response_interval 10");
        network.host.ip("link set br0 type bridge mcast_querier 1");
        Host idle = network.host("idle", "eth0");
        Host alpha = network.host("alpha", "eth0");
        Node a = alpha.start("a");
        Node b = network.host("beta", "eth0").start("b");
        String group =
                MulticastGroups.groupOf(CountCodec.INSTANCE.type().typeId()).getHostAddress();
        eventually(() -> {
            assertThat(network.listeners(group)).containsExactlyInAnyOrder("alpha-eth0", "beta-eth0");
        });
        long before = idle.packetsReceived("eth0");
        a.publish(200);
        eventually(() -> assertThat(b.heardFrom(a)).hasSize(200));
        assertThat(idle.packetsReceived("eth0") - before).isLessThan(100);

        // It has forgotten what was asked for behind a port that was away, and asks.
        network.cut(alpha, "eth0");
        network.mend(alpha, "eth0");
        eventually(() -> {
            b.publish(1);
            assertThat(a.heardFrom(b)).isNotEmpty();
        });
    }
}
