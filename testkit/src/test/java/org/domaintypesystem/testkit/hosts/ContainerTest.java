package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.hosts.Node.eventually;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A container, its host, and another host on the network that this one is on. */
@Tag("hosts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContainerTest {
    @AutoClose
    private final Lab lab = new Lab();

    @ParameterizedTest
    @ValueSource(strings = {"", "eth0,docker0"})
    void aContainerAndItsHostHearEachOther(String interfaces) {
        Bridge network = lab.network("lan", "10.87.0");
        Host host = network.host("host", "eth0");
        Bridge docker = new Bridge(host, "docker0", "172.17.0");
        Host container = docker.host("container", "eth0");
        container.ip("route add default via " + docker.address());
        Node onHost = host.start("on-host", interfaces);
        Node inContainer = container.start("in-container");
        Node elsewhere = network.host("other", "eth0").start("elsewhere");
        List<Node> all = List.of(onHost, inContainer, elsewhere);
        eventually(() -> {
            assertThat(onHost.peers()).containsExactly(elsewhere.identity(), inContainer.identity());
            assertThat(inContainer.peers()).containsExactly(onHost.identity());
            assertThat(elsewhere.peers()).containsExactly(onHost.identity());
        });

        all.forEach(node -> node.publish(3));
        eventually(() -> Stream.of(inContainer, elsewhere)
                .forEach(publisher -> assertThat(onHost.heardFrom(publisher)).containsExactly(1, 2, 3)));
        onHost.publish(1);
        eventually(() -> Stream.of(inContainer, elsewhere)
                .forEach(listener -> assertThat(listener.heardFrom(onHost)).containsExactly(1, 2, 3, 4)));
        // What the host heard before it said that is nothing that a bridge forwards to other networks.
        assertThat(inContainer.heardFrom(elsewhere)).isEmpty();
        assertThat(elsewhere.heardFrom(inContainer)).isEmpty();
        all.forEach(listener -> all.forEach(
                publisher -> assertThat(listener.lostFrom(publisher)).isEmpty()));
    }

    /** As Docker makes it with {@code macvlan}: the container is on the host's network, and not on the host. */
    @Test
    void aContainerWithAnAddressOfTheNetworkHearsAllButItsHost() {
        Bridge network = lab.network("lan", "10.87.0");
        Host host = network.host("host", "eth0");
        Host container = lab.host("container");
        host.ip("link add macvlan0 link eth0 netns " + container.namespace + " type macvlan mode bridge");
        container.ip("addr add 10.87.0.99/24 dev macvlan0", "link set macvlan0 up");
        lab.plugged(container, "macvlan0");
        Node onHost = host.start("on-host");
        Node inContainer = container.start("in-container");
        Node elsewhere = network.host("other", "eth0").start("elsewhere");
        List<Node> all = List.of(onHost, inContainer, elsewhere);
        eventually(() -> {
            assertThat(elsewhere.peers()).containsExactlyInAnyOrder(onHost.identity(), inContainer.identity());
            assertThat(onHost.peers()).containsExactly(elsewhere.identity());
            assertThat(inContainer.peers()).containsExactly(elsewhere.identity());
        });

        all.forEach(node -> node.publish(3));
        eventually(() -> Stream.of(onHost, inContainer)
                .forEach(publisher -> assertThat(elsewhere.heardFrom(publisher)).containsExactly(1, 2, 3)));
        elsewhere.publish(1);
        eventually(() -> Stream.of(onHost, inContainer)
                .forEach(listener -> assertThat(listener.heardFrom(elsewhere)).containsExactly(1, 2, 3, 4)));
        assertThat(onHost.heardFrom(inContainer)).isEmpty();
        assertThat(inContainer.heardFrom(onHost)).isEmpty();
    }
}
