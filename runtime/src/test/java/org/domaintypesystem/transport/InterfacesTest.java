package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.domaintypesystem.transport.Links.link;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfacesTest {
    private static final Link LO = link(1, "lo", "127.0.0.1", "::1");
    private static final Link ETH0 = link(2, "eth0", "192.0.2.7", "192.0.2.8", "fe80::1");
    private static final Link ETH1 = link(3, "eth1", "198.51.100.7");

    private static LinkUse choose(List<Link> there, String... names) {
        return new Interfaces(List.of(names)).choose(there);
    }

    private static LinkUse both(Link... links) {
        return new LinkUse(List.of(links), List.of(links));
    }

    @Test
    void findsByNameAndByAddress() {
        List<Link> there = List.of(LO, ETH0, ETH1);
        assertThat(choose(there, "eth0")).isEqualTo(both(ETH0));
        assertThat(choose(there, "192.0.2.8")).isEqualTo(both(ETH0));
        assertThat(choose(there, "fe80:0:0:0:0:0:0:1")).isEqualTo(both(ETH0));
        for (String name : List.of("127.0.0.1", "127.1.2.3", "lo")) {
            assertThat(choose(there, name)).isEqualTo(both(LO));
        }
        assertThat(choose(there, "eth1", "lo")).isEqualTo(both(ETH1, LO));
    }

    @Test
    void takesAnInterfaceOnce() {
        assertThat(choose(List.of(LO, ETH0), "127.0.0.1", "lo", "127.0.0.2")).isEqualTo(both(LO));
    }

    @Test
    void doesWithoutWhatIsNotThere() {
        assertThat(choose(List.of(LO, ETH1), "eth0", "eth1")).isEqualTo(both(ETH1));
        assertThat(choose(List.of(LO), "eth0")).isEqualTo(LinkUse.NONE);
    }

    @Test
    void sendsOnLoopbackOnlyIfThereIsNothingElse() {
        assertThat(choose(List.of(LO, ETH0, ETH1)))
                .isEqualTo(new LinkUse(List.of(LO, ETH0, ETH1), List.of(ETH0, ETH1)));
        assertThat(choose(List.of(LO))).isEqualTo(both(LO));
        assertThat(choose(List.of())).isEqualTo(LinkUse.NONE);
    }

    @Test
    void saysWhichInterfacesThereAre() {
        Interfaces interfaces = new Interfaces(List.of("127.0.0.1", "eth1"));
        assertThatThrownBy(() -> interfaces.require(List.of(LO, ETH0), "eth1 (down)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no network interface \"eth1\" that is up and does IPv4 multicast; there are: lo (127.0.0.1),"
                                + " eth0 (192.0.2.7 192.0.2.8); not usable: eth1 (down)");
        assertThatThrownBy(() -> interfaces.require(List.of(LO), "")).hasMessageEndingWith("lo (127.0.0.1)");
        assertThatCode(() -> interfaces.require(List.of(ETH1, LO), "")).doesNotThrowAnyException();
        assertThatCode(() -> new Interfaces(List.of()).require(List.of(), "eth0 (down)"))
                .doesNotThrowAnyException();
    }

    /** Only looked at here, nothing is opened. */
    @Test
    void looksAtThoseOfTheSystem() throws IOException {
        List<Link> there = SystemLinks.look();
        Link loopback = Links.loopback();
        assertThat(loopback.isCalled("127.0.0.1")).isTrue();
        assertThat(there)
                .contains(loopback)
                .allSatisfy(each ->
                        assertThat(SystemLinks.networkInterface(each).getName()).isEqualTo(each.name()));
        Link moved = new Link(
                loopback.index(), loopback.name(), link(9, "x", "192.0.2.1").addresses(), true);
        assertThatThrownBy(() -> SystemLinks.networkInterface(moved))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed");
    }
}
