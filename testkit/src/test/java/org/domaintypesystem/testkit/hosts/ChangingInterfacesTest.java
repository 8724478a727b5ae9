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

/** Interfaces that come and go while nodes use them. */
@Tag("hosts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChangingInterfacesTest {
    @AutoClose
    private final Lab lab = new Lab();

    private final Bridge network = lab.network("lan", "10.87.0");
    private final Host alpha = network.host("alpha", "eth0");
    private final Host beta = network.host("beta", "eth0");

    @Test
    void thePublishersIsDownForAWhile() {
        Node a = alpha.start("a");
        Node neighbour = alpha.start("neighbour");
        Node b = beta.start("b");
        awaitAllKnown(a, neighbour, b);
        a.publish(2);
        eventually(() -> assertThat(b.heardFrom(a)).containsExactly(1, 2));

        alpha.ip("link set eth0 down");
        eventually(() -> {
            a.publish(1);
            assertThat(neighbour.heardFrom(a)).hasSizeGreaterThan(2);
        });
        alpha.ip("link set eth0 up");
        eventually(() -> {
            a.publish(1);
            assertThat(b.heardFrom(a)).hasSizeGreaterThan(2);
        });
        int last = a.publish(1);
        for (Node listener : List.of(b, neighbour)) {
            eventually(() -> assertThat(listener.heardFrom(a)).endsWith(last));
            listener.assertAccountsFor(a, last);
        }
    }

    @Test
    void theListenersIsDownForAWhile() {
        Node a = alpha.start("a");
        Node b = beta.start("b");
        awaitAllKnown(a, b);
        a.publish(2);
        eventually(() -> assertThat(b.heardFrom(a)).containsExactly(1, 2));

        beta.ip("link set eth0 down");
        assertThat(a.publish(3)).isEqualTo(5);
        beta.ip("link set eth0 up");
        eventually(() -> {
            a.publish(1);
            assertThat(b.heardFrom(a)).hasSizeGreaterThan(2);
        });
        assertThat(b.lostFrom(a)).first().asString().startsWith("MISSING 3+");
        int last = a.publish(1);
        eventually(() -> assertThat(b.heardFrom(a)).endsWith(last));
        b.assertAccountsFor(a, last);
    }

    @Test
    void oneComesAfterTheNodeHasJoined() {
        Host gamma = lab.host("gamma");
        Node c = gamma.start("c");
        Node a = alpha.start("a");
        c.publish(2);
        eventually(() -> assertThat(c.heardFrom(c)).containsExactly(1, 2));

        network.plug(gamma, "eth0");
        awaitAllKnown(a, c);
        a.publish(2);
        eventually(() -> assertThat(c.heardFrom(a)).containsExactly(1, 2));
        eventually(() -> {
            c.publish(1);
            assertThat(a.heardFrom(c)).isNotEmpty();
        });
    }

    @Test
    void oneIsReplacedByAnother() {
        Node a = alpha.start("a");
        Node b = beta.start("b");
        awaitAllKnown(a, b);
        a.publish(1);
        b.publish(1);
        eventually(() -> {
            assertThat(a.heardFrom(b)).containsExactly(1);
            assertThat(b.heardFrom(a)).containsExactly(1);
        });
        beta.ip("link delete eth0");
        network.plug(beta, "eth1");
        eventually(() -> {
            a.publish(1);
            b.publish(1);
            assertThat(a.heardFrom(b)).hasSizeGreaterThan(1);
            assertThat(b.heardFrom(a)).hasSizeGreaterThan(1);
        });
        int lastOfA = a.publish(1);
        int lastOfB = b.publish(1);
        eventually(() -> {
            assertThat(a.heardFrom(b)).endsWith(lastOfB);
            assertThat(b.heardFrom(a)).endsWith(lastOfA);
        });
        a.assertAccountsFor(b, lastOfB);
        b.assertAccountsFor(a, lastOfA);
    }
}
