package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.hosts.Node.awaitAllKnown;
import static org.domaintypesystem.testkit.hosts.Node.eventually;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts with several ways to each other: each message is heard once, as long as there is a way. */
@Tag("hosts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeveralInterfacesTest {
    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void twoWaysToOneNetwork() {
        Bridge network = lab.network("lan", "10.87.0");
        Host beta = network.host("beta", "eth0");
        network.plug(beta, "eth1");
        Node a = network.host("alpha", "eth0").start("a");
        Node b = beta.start("b");
        awaitAllKnown(a, b);

        a.publish(50);
        b.publish(50);
        eventually(() -> {
            assertHeard(a, b, 50);
            assertHeard(b, a, 50);
            assertHeard(b, b, 50);
            assertThat(a.duplicates()).isEqualTo(50);
            assertThat(b.duplicates()).isEqualTo(100);
        });
    }

    @Test
    void whatOneOfTwoNetworksLosesComesByTheOther() {
        Bridge one = lab.network("one", "10.87.1");
        Bridge two = lab.network("two", "10.87.2");
        Host alpha = one.host("alpha", "eth0");
        two.plug(alpha, "eth1");
        Host beta = one.host("beta", "eth0");
        two.plug(beta, "eth1");
        Node a = alpha.start("a");
        Node b = beta.start("b");
        awaitAllKnown(a, b);

        a.publish(10);
        eventually(() -> assertThat(b.duplicates()).isEqualTo(10));
        one.cut(alpha, "eth0");
        a.publish(10);
        one.mend(alpha, "eth0");
        a.publish(10);
        eventually(() -> assertThat(b.duplicates()).isEqualTo(20));
        two.portDown(beta, "eth1");
        a.publish(10);
        eventually(() -> assertHeard(b, a, 40));
        assertThat(b.duplicates()).isEqualTo(20);
    }

    /** All numbers from 1 on, each once, and none reported missing. */
    private static void assertHeard(Node listener, Node publisher, int last) {
        assertThat(listener.heardFrom(publisher)).isEqualTo(Node.numbers(last));
        assertThat(listener.lostFrom(publisher)).isEmpty();
    }
}
