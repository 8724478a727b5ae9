package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes and a clock. */
class PresenceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final TypeDescriptor TEMPERATURE = new TypeDescriptor("brewery.Temperature", 1L << 63, 77);
    private static final TypeDescriptor PRESSURE = new TypeDescriptor("brewery.Pressure", 1L << 63 | 1, 78);

    private final PresenceNodes world = new PresenceNodes();

    @Test
    void aNodeThatHasMovedAsksAgainAndAnnouncesItselfOften() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        world.runUntil(200 * SECOND);
        world.sent.clear();
        one.presence.moved(world.now);
        one.due = world.now;
        world.runUntil(world.now + SECOND / 2);
        assertThat(world.sent)
                .extracting(PresenceNodes.Datagram::source, PresenceNodes.Datagram::destination)
                .containsExactly(tuple(one.address, null), tuple(two.address, one.address));
        world.runUntil(world.now + 10 * SECOND);
        assertThat(world.sent)
                .filteredOn(each -> each.source().equals(one.address))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aNewcomerAsksAndIsAnsweredByUnicast() {
        PresenceNodes.Node one = world.new Node(1);
        world.runUntil(10 * SECOND);
        world.sent.clear();
        PresenceNodes.Node two = world.new Node(2);
        two.due = world.now;
        world.runUntil(world.now + SECOND / 2);
        assertThat(one.events).containsExactly("up node2");
        assertThat(two.events).containsExactly("up node1");
        assertThat(world.sent).extracting(PresenceNodes.Datagram::destination).containsExactly(null, two.address);
    }

    @Test
    void announcementsGetRarer() {
        world.new Node(1);
        world.runUntil(600 * SECOND);
        assertThat(world.sent.size()).isBetween(18, 32);
        world.sent.clear();
        world.runUntil(1200 * SECOND);
        assertThat(world.sent.size()).isBetween(16, 27);
    }

    @Test
    void changesAreAnnouncedTogetherAndSoon() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        world.runUntil(10 * SECOND);
        world.sent.clear();
        one.presence.listens(TEMPERATURE, world.now);
        one.presence.publishes(PRESSURE, () -> 5, world.now);
        one.due = world.now;
        world.runUntil(world.now + Presence.CHANGE_DELAY);
        assertThat(world.sent).hasSize(1);
        assertThat(two.events).containsExactly("up node1", "changed node1");
        PeerState seen = two.presence.peers().iterator().next();
        assertThat(seen.types())
                .containsExactlyInAnyOrder(
                        new AnnouncedType("brewery.Temperature", TEMPERATURE.typeId(), 77, Role.LISTENER, 0),
                        new AnnouncedType("brewery.Pressure", PRESSURE.typeId(), 78, Role.PUBLISHER, 0));
        one.presence.listensNoMore(TEMPERATURE, world.now);
        one.due = world.now;
        world.runUntil(world.now + Presence.CHANGE_DELAY);
        assertThat(seen.types()).extracting(AnnouncedType::name).containsExactly("brewery.Pressure");
    }

    @Test
    void whoFallsSilentIsLostAndWhoLeavesIsGoneAtOnce() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        PresenceNodes.Node three = world.new Node(3);
        world.runUntil(10 * SECOND);
        two.gone = true;
        three.presence.leave(world.now);
        three.gone = true;
        world.runUntil(world.now + 1);
        assertThat(one.events).containsExactly("up node2", "up node3", "left node3");
        world.runUntil(world.now + 50 * SECOND);
        assertThat(one.events).hasSize(3);
        world.runUntil(world.now + 60 * SECOND);
        assertThat(one.events).endsWith("lost node2");
        assertThat(one.presence.peers()).isEmpty();
    }

    @Test
    void anAnnouncementThatTheFarewellOvertookBringsNobodyBack() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        world.runUntil(SECOND);
        PresenceNodes.Datagram announcement = world.sent.stream()
                .filter(datagram -> datagram.source().equals(two.address))
                .findFirst()
                .orElseThrow();
        two.presence.leave(world.now);
        two.gone = true;
        world.runUntil(world.now + 1);
        world.network.add(announcement);
        world.runUntil(world.now + 1);
        assertThat(one.events).containsExactly("up node2", "left node2");
        assertThat(one.presence.peers()).isEmpty();
    }

    @Test
    void lastSequencesAreToldAfterTheMessagesHadTimeToCome() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        two.presence.listens(TEMPERATURE, world.now);
        world.runUntil(5 * SECOND);
        two.events.clear();
        one.presence.publishes(TEMPERATURE, () -> 12, world.now);
        one.due = world.now;
        world.runUntil(world.now + Presence.CHANGE_DELAY + Presence.GRACE - 1);
        assertThat(two.events).containsExactly("changed node1");
        world.runUntil(world.now + 2);
        assertThat(two.events).endsWith("published 12 of 1");
        one.presence.leave(world.now);
        one.gone = true;
        world.runUntil(world.now + Presence.GRACE);
        assertThat(two.events).endsWith("left node1", "published 12 of 1");
    }

    @Test
    void lastSequencesAreToldAfterWhatHadArrivedIsRead() {
        PresenceNodes.Node two = listenerThatExpects(12);
        long due = world.now + Presence.GRACE;
        world.readUpTo = due - 1;
        world.runUntil(due + Presence.LONGEST_BACKLOG - 1);
        assertThat(two.events).containsExactly("changed node1");
        world.readUpTo = due;
        world.runUntil(world.now + SECOND / 100);
        assertThat(two.events).endsWith("published 12 of 1");
    }

    @Test
    void lastSequencesAreToldIfThereIsAlwaysMoreToRead() {
        PresenceNodes.Node two = listenerThatExpects(12);
        world.readUpTo = 0;
        world.runUntil(world.now + Presence.GRACE + Presence.LONGEST_BACKLOG - 1);
        assertThat(two.events).containsExactly("changed node1");
        world.runUntil(world.now + SECOND / 100);
        assertThat(two.events).endsWith("published 12 of 1");
    }

    /** One that has been told just now what another node has published. */
    private PresenceNodes.Node listenerThatExpects(long last) {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        two.presence.listens(TEMPERATURE, world.now);
        world.runUntil(5 * SECOND);
        two.events.clear();
        one.presence.publishes(TEMPERATURE, () -> last, world.now);
        one.due = world.now;
        world.runUntil(world.now + Presence.CHANGE_DELAY);
        return two;
    }

    @Test
    void aNameThatIsNotOursIsAConflict() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        two.presence.listens(TEMPERATURE, world.now);
        one.presence.publishes(new TypeDescriptor("other.Heat", TEMPERATURE.typeId(), 77), () -> 3, world.now);
        world.runUntil(SECOND);
        assertThat(two.events).contains("conflict brewery.Temperature is other.Heat of node1");
        assertThat(two.events).noneMatch(event -> event.startsWith("published"));
    }

    @Test
    void aNameThatIsUsedNoMoreIsNoConflict() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        TypeDescriptor heat = new TypeDescriptor("other.Heat", TEMPERATURE.typeId(), 77);
        one.presence.listens(heat, world.now);
        one.presence.listensNoMore(heat, world.now);
        two.presence.listens(TEMPERATURE, world.now);
        world.runUntil(2 * SECOND);
        assertThat(two.events).containsExactly("up node1");
    }

    @Test
    void manyWhoAskAtOnceGetOneAnswerToAll() {
        for (int i = 1; i <= 50; i++) {
            world.new Node(i);
        }
        world.runUntil(SECOND / 2);
        assertThat(world.nodes)
                .allSatisfy(node -> assertThat(node.presence.peers()).hasSize(49));
        assertThat(world.sent.size()).isLessThan(50 * 8);
    }

    @Test
    void manyTypesTakeAsManyDatagramsAsTheyNeed() {
        PresenceNodes.Node one = world.new Node(1);
        for (int i = 0; i < 500; i++) {
            one.presence.listens(new TypeDescriptor("some.longer.namespace.Type" + i, 1L << 63 | i, i), world.now);
        }
        PresenceNodes.Node two = world.new Node(2);
        world.runUntil(SECOND);
        assertThat(two.presence.peers().iterator().next().types()).hasSize(500);
        assertThat(world.sent)
                .allSatisfy(each -> assertThat(each.bytes().length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM));
    }

    @Test
    void announcementsThatLieAreBounded() {
        PresenceNodes.Node one = world.new Node(1);
        world.runUntil(SECOND);
        for (int i = 0; i < 5000; i++) {
            ControlWriter liar = new ControlWriter(1000 + i, "liar", "", 0, (message, length, destination) -> {
                MessageLayout.writeSequence(message, 1);
                world.network.add(
                        new PresenceNodes.Datagram(Arrays.copyOf(message, length), new InetSocketAddress(9), null));
            });
            liar.announce(List.of(), false, world.now, null);
        }
        world.runUntil(world.now + 1);
        assertThat(one.presence.peers()).hasSize(Peers.MAX_PEERS);
        assertThat(one.counters.get(Counter.PEERS_IGNORED)).isEqualTo(5000 - Peers.MAX_PEERS);
    }

    @Test
    @Tag("capnp")
    void theReferenceCompilerReadsWhatIsSent() {
        PresenceNodes.Node one = world.new Node(1);
        one.presence.publishes(TEMPERATURE, () -> 12, world.now);
        world.runUntil(1);
        one.presence.leave(world.now);
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        assertThat(capnp.decode("dts.capnp", "Message", world.sent.get(0).bytes()))
                .contains("announce = (", "node = \"node1\"", "asks = true", "name = \"brewery.Temperature\"")
                .contains("role = publisher", "last = 12", "schemaId = 77");
        assertThat(capnp.decode("dts.capnp", "Message", world.sent.get(1).bytes()))
                .contains("bye = (", "last = 12");
    }

    @Test
    void whoMissesThatATypeIsUsedNoMoreLearnsItLater() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        one.presence.listens(TEMPERATURE, world.now);
        world.runUntil(SECOND);
        assertThat(two.presence.peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.types()).hasSize(1));
        two.gone = true;
        one.presence.listensNoMore(TEMPERATURE, world.now);
        world.runUntil(world.now + SECOND / 10);
        two.gone = false;
        world.runUntil(60 * SECOND);
        assertThat(two.presence.peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.types()).isEmpty());
        assertThat(one.presence.own()).isEmpty();
    }

    @Test
    void whoListensAgainExpectsNothingOfTheTimeBetween() {
        PresenceNodes.Node one = world.new Node(1);
        PresenceNodes.Node two = world.new Node(2);
        world.runUntil(10 * SECOND);
        two.presence.listens(TEMPERATURE, world.now);
        one.presence.publishes(TEMPERATURE, () -> 5, world.now);
        one.due = world.now;
        world.runUntil(world.now + Presence.CHANGE_DELAY);
        two.presence.listensNoMore(TEMPERATURE, world.now);
        two.presence.listens(TEMPERATURE, world.now);
        world.runUntil(world.now + Presence.GRACE);
        assertThat(two.events).noneMatch(event -> event.startsWith("published"));
        world.runUntil(world.now + 40 * SECOND);
        assertThat(two.events).contains("published 5 of 1");
    }
}
