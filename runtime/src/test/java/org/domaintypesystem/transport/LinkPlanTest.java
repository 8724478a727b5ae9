package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.transport.Links.link;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkPlanTest {
    private static final Link LO = link(1, "lo", "127.0.0.1");
    private static final Link ETH0 = link(2, "eth0", "192.0.2.7");
    private static final Link ETH1 = link(3, "eth1", "198.51.100.7");
    private static final long LOOK = ReceiveLoop.LOOK_PAUSE;

    private LinkPlan plan = new LinkPlan(new Interfaces(List.of()));
    private LinkUse inUse = LinkUse.NONE;
    private long now = Long.MAX_VALUE - LOOK;

    /** Looks once, and has everything done but what fails. */
    private LinkChanges look(Link... there) {
        now += LOOK;
        LinkChanges changes = plan.next(inUse, List.of(there), now);
        List<Link> receiving = new ArrayList<>(inUse.receiving());
        receiving.removeAll(changes.leave());
        receiving.addAll(changes.join());
        List<Link> sending = new ArrayList<>(inUse.sending());
        sending.addAll(changes.open());
        sending.removeAll(changes.close());
        inUse = new LinkUse(receiving, sending);
        return changes;
    }

    private void assertInUse(List<Link> receiving, List<Link> sending) {
        assertThat(inUse.receiving()).containsExactlyInAnyOrderElementsOf(receiving);
        assertThat(inUse.sending()).containsExactlyInAnyOrderElementsOf(sending);
    }

    private static LinkChanges nothing() {
        return new LinkChanges(List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void beginsWithWhatIsThere() {
        look(LO, ETH0, ETH1);
        assertInUse(List.of(LO, ETH0, ETH1), List.of(ETH0, ETH1));
        assertThat(look(ETH1, LO, ETH0)).isEqualTo(nothing());
    }

    @Test
    void comesAliveWithTheFirstInterface() {
        look();
        assertInUse(List.of(), List.of());
        look(ETH0);
        assertInUse(List.of(ETH0), List.of(ETH0));
    }

    /** Whoever has not looked yet sends and listens on the loopback interface only. */
    @Test
    void goesOnSendingOnLoopbackUntilAllHaveSeenTheOther() {
        look(LO);
        assertInUse(List.of(LO), List.of(LO));
        look(LO, ETH0);
        assertInUse(List.of(LO, ETH0), List.of(LO, ETH0));
        look(LO, ETH0);
        assertInUse(List.of(LO, ETH0), List.of(LO, ETH0));
        look(LO, ETH0);
        assertInUse(List.of(LO, ETH0), List.of(ETH0));
    }

    /** Whoever has not looked yet sends there, and the system still loops that back. */
    @Test
    void goesOnListeningWhereNothingIsUntilAllHaveSeenIt() {
        look(LO, ETH0);
        look(LO);
        assertInUse(List.of(LO, ETH0), List.of(LO));
        look(LO);
        assertInUse(List.of(LO, ETH0), List.of(LO));
        look(LO);
        assertInUse(List.of(LO), List.of(LO));
    }

    /** The other one may be a new one by the same name, number and address: it has none of the groups. */
    @Test
    void joinsAnewWhatWasAway() {
        look(LO, ETH0);
        look(LO);
        LinkChanges changes = look(LO, ETH0);
        assertThat(changes).isEqualTo(new LinkChanges(List.of(ETH0), List.of(ETH0), List.of(ETH0), List.of()));
        assertThat(look(LO, ETH0)).isEqualTo(nothing());
        look(LO, ETH0);
        assertInUse(List.of(LO, ETH0), List.of(ETH0));
    }

    @Test
    void followsToAnotherIndexOrAddress() {
        look(LO, ETH0);
        Link renumbered = link(7, "eth0", "192.0.2.7");
        look(LO, renumbered);
        assertInUse(List.of(LO, ETH0, renumbered), List.of(renumbered));
        Link moved = link(7, "eth0", "192.0.2.99");
        look(LO, moved);
        assertInUse(List.of(LO, ETH0, moved), List.of(moved));
        look(LO, moved);
        assertInUse(List.of(LO, moved), List.of(moved));
    }

    @Test
    void doesNotMindFurtherAddresses() {
        look(LO, ETH0);
        assertThat(look(LO, link(2, "eth0", "203.0.113.1", "192.0.2.7"))).isEqualTo(nothing());
        assertThat(look(LO, ETH0)).isEqualTo(nothing());
    }

    @Test
    void doesNotLeaveLoopbackForAnInterfaceThatGoesAtOnce() {
        look(LO);
        look(LO, ETH0);
        assertThat(look(LO).leave()).isEmpty();
        assertInUse(List.of(LO, ETH0), List.of(LO));
        look(LO, ETH0);
        look(LO, ETH0);
        assertThat(inUse.sending()).as("counted from when it came again").contains(LO);
    }

    @Test
    void followsThoseThatWereNamed() {
        plan = new LinkPlan(new Interfaces(List.of("eth0", "198.51.100.7")));
        look(LO, ETH0, ETH1);
        assertInUse(List.of(ETH0, ETH1), List.of(ETH0, ETH1));
        look(LO, ETH1);
        assertInUse(List.of(ETH0, ETH1), List.of(ETH1));
        look(LO);
        assertThat(inUse.sending()).as("loopback was not named").isEmpty();
        look(LO, link(9, "eth0", "192.0.2.9"));
        assertThat(inUse.sending()).containsExactly(link(9, "eth0", "192.0.2.9"));
    }

    @Test
    void triesAgainWhatFailed() {
        assertThat(plan.next(inUse, List.of(LO, ETH0), now)).isEqualTo(plan.next(inUse, List.of(LO, ETH0), now + LOOK));
        inUse = new LinkUse(List.of(LO), List.of());
        assertThat(plan.next(inUse, List.of(LO, ETH0), now))
                .isEqualTo(new LinkChanges(List.of(), List.of(ETH0), List.of(ETH0), List.of()));
    }
}
