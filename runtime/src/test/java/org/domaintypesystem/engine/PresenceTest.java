package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes and a clock. */
class PresenceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final TypeDescriptor TEMPERATURE = new TypeDescriptor("brewery.Temperature", 1L << 63, 77);
    private static final TypeDescriptor PRESSURE = new TypeDescriptor("brewery.Pressure", 1L << 63 | 1, 78);

    private record Datagram(
            byte[] bytes, SocketAddress source, @Nullable SocketAddress destination) {}

    private final Deque<Datagram> network = new ArrayDeque<>();
    private final List<Datagram> sent = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private long now;

    private final class Node implements PeerEvents {
        final SocketAddress address;
        final Counters counters = new Counters();
        final List<String> events = new ArrayList<>();
        final Presence presence;
        final Inbound inbound;
        long due;
        boolean gone;

        Node(int number) {
            address = new InetSocketAddress(number);
            presence = new Presence(
                    number,
                    "node" + number,
                    "host",
                    number,
                    (message, length, destination) -> {
                        MessageLayout.writeSequence(message, 1);
                        Datagram datagram = new Datagram(Arrays.copyOf(message, length), address, destination);
                        network.add(datagram);
                        sent.add(datagram);
                    },
                    this,
                    counters,
                    number);
            inbound = Packets.inbound(counters, (message, source) -> presence.message(message, source, now, now));
            nodes.add(this);
        }

        @Override
        public void up(PeerState peer) {
            events.add("up " + peer.name());
        }

        @Override
        public void changed(PeerState peer) {
            events.add("changed " + peer.name());
        }

        @Override
        public void down(PeerState peer, boolean saidSo) {
            events.add((saidSo ? "left " : "lost ") + peer.name());
        }

        @Override
        public void published(long typeId, long sender, long last) {
            events.add("published %d of %d".formatted(last, sender));
        }

        @Override
        public void conflict(PeerState peer, AnnouncedType theirs, String ours) {
            events.add("conflict %s is %s of %s".formatted(ours, theirs.name(), peer.name()));
        }
    }

    /** Lets time go on until then, from one thing that is due to the next. */
    private void runUntil(long end) {
        while (true) {
            for (Datagram each = network.poll(); each != null; each = network.poll()) {
                deliver(each);
            }
            Node next = null;
            for (Node node : nodes) {
                if (!node.gone && (next == null || node.due < next.due)) {
                    next = node;
                }
            }
            if (next == null || next.due > end) {
                now = end;
                return;
            }
            now = Math.max(now, next.due);
            next.due = next.presence.tick(now, now);
        }
    }

    private void deliver(Datagram datagram) {
        for (Node node : nodes) {
            boolean isMeant =
                    datagram.destination() == null || datagram.destination().equals(node.address);
            if (!node.gone && isMeant) {
                node.inbound.receive(
                        datagram.bytes(), datagram.bytes().length, now, new LongMap<>(1), datagram.source());
                // What came in may have made something due.
                node.due = Math.min(node.due, now);
            }
        }
    }

    @Test
    void aNodeThatHasMovedAsksAgainAndAnnouncesItselfOften() {
        Node one = new Node(1);
        Node two = new Node(2);
        runUntil(200 * SECOND);
        sent.clear();
        one.presence.moved(now);
        one.due = now;
        runUntil(now + SECOND / 2);
        assertThat(sent)
                .extracting(Datagram::source, Datagram::destination)
                .containsExactly(tuple(one.address, null), tuple(two.address, one.address));
        runUntil(now + 10 * SECOND);
        assertThat(sent).filteredOn(each -> each.source().equals(one.address)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aNewcomerAsksAndIsAnsweredByUnicast() {
        Node one = new Node(1);
        runUntil(10 * SECOND);
        sent.clear();
        Node two = new Node(2);
        two.due = now;
        runUntil(now + SECOND / 2);
        assertThat(one.events).containsExactly("up node2");
        assertThat(two.events).containsExactly("up node1");
        assertThat(sent).extracting(Datagram::destination).containsExactly(null, two.address);
    }

    @Test
    void announcementsGetRarer() {
        new Node(1);
        runUntil(600 * SECOND);
        assertThat(sent.size()).isBetween(18, 32);
        sent.clear();
        runUntil(1200 * SECOND);
        assertThat(sent.size()).isBetween(16, 27);
    }

    @Test
    void changesAreAnnouncedTogetherAndSoon() {
        Node one = new Node(1);
        Node two = new Node(2);
        runUntil(10 * SECOND);
        sent.clear();
        one.presence.listens(TEMPERATURE, now);
        one.presence.publishes(PRESSURE, () -> 5, now);
        one.due = now;
        runUntil(now + Presence.CHANGE_DELAY);
        assertThat(sent).hasSize(1);
        assertThat(two.events).containsExactly("up node1", "changed node1");
        PeerState seen = two.presence.peers().iterator().next();
        assertThat(seen.types())
                .containsExactlyInAnyOrder(
                        new AnnouncedType("brewery.Temperature", TEMPERATURE.typeId(), 77, Role.LISTENER, 0),
                        new AnnouncedType("brewery.Pressure", PRESSURE.typeId(), 78, Role.PUBLISHER, 0));
        one.presence.listensNoMore(TEMPERATURE, now);
        one.due = now;
        runUntil(now + Presence.CHANGE_DELAY);
        assertThat(seen.types()).extracting(AnnouncedType::name).containsExactly("brewery.Pressure");
    }

    @Test
    void whoFallsSilentIsLostAndWhoLeavesIsGoneAtOnce() {
        Node one = new Node(1);
        Node two = new Node(2);
        Node three = new Node(3);
        runUntil(10 * SECOND);
        two.gone = true;
        three.presence.leave(now);
        three.gone = true;
        runUntil(now + 1);
        assertThat(one.events).containsExactly("up node2", "up node3", "left node3");
        runUntil(now + 50 * SECOND);
        assertThat(one.events).hasSize(3);
        runUntil(now + 60 * SECOND);
        assertThat(one.events).endsWith("lost node2");
        assertThat(one.presence.peers()).isEmpty();
    }

    @Test
    void anAnnouncementThatTheFarewellOvertookBringsNobodyBack() {
        Node one = new Node(1);
        Node two = new Node(2);
        runUntil(SECOND);
        Datagram announcement = sent.stream()
                .filter(datagram -> datagram.source().equals(two.address))
                .findFirst()
                .orElseThrow();
        two.presence.leave(now);
        two.gone = true;
        runUntil(now + 1);
        network.add(announcement);
        runUntil(now + 1);
        assertThat(one.events).containsExactly("up node2", "left node2");
        assertThat(one.presence.peers()).isEmpty();
    }

    @Test
    void lastSequencesAreToldAfterTheMessagesHadTimeToCome() {
        Node one = new Node(1);
        Node two = new Node(2);
        two.presence.listens(TEMPERATURE, now);
        runUntil(5 * SECOND);
        two.events.clear();
        one.presence.publishes(TEMPERATURE, () -> 12, now);
        one.due = now;
        runUntil(now + Presence.CHANGE_DELAY + Presence.GRACE - 1);
        assertThat(two.events).containsExactly("changed node1");
        runUntil(now + 2);
        assertThat(two.events).endsWith("published 12 of 1");
        one.presence.leave(now);
        one.gone = true;
        runUntil(now + Presence.GRACE);
        assertThat(two.events).endsWith("left node1", "published 12 of 1");
    }

    @Test
    void aNameThatIsNotOursIsAConflict() {
        Node one = new Node(1);
        Node two = new Node(2);
        two.presence.listens(TEMPERATURE, now);
        one.presence.publishes(new TypeDescriptor("other.Heat", TEMPERATURE.typeId(), 77), () -> 3, now);
        runUntil(SECOND);
        assertThat(two.events).contains("conflict brewery.Temperature is other.Heat of node1");
        assertThat(two.events).noneMatch(event -> event.startsWith("published"));
    }

    @Test
    void aNameThatIsUsedNoMoreIsNoConflict() {
        Node one = new Node(1);
        Node two = new Node(2);
        TypeDescriptor heat = new TypeDescriptor("other.Heat", TEMPERATURE.typeId(), 77);
        one.presence.listens(heat, now);
        one.presence.listensNoMore(heat, now);
        two.presence.listens(TEMPERATURE, now);
        runUntil(2 * SECOND);
        assertThat(two.events).containsExactly("up node1");
    }

    @Test
    void manyWhoAskAtOnceGetOneAnswerToAll() {
        for (int i = 1; i <= 50; i++) {
            new Node(i);
        }
        runUntil(SECOND / 2);
        assertThat(nodes).allSatisfy(node -> assertThat(node.presence.peers()).hasSize(49));
        assertThat(sent.size()).isLessThan(50 * 8);
    }

    @Test
    void manyTypesTakeAsManyDatagramsAsTheyNeed() {
        Node one = new Node(1);
        for (int i = 0; i < 500; i++) {
            one.presence.listens(new TypeDescriptor("some.longer.namespace.Type" + i, 1L << 63 | i, i), now);
        }
        Node two = new Node(2);
        runUntil(SECOND);
        assertThat(two.presence.peers().iterator().next().types()).hasSize(500);
        assertThat(sent)
                .allSatisfy(each -> assertThat(each.bytes().length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM));
    }

    @Test
    void announcementsThatLieAreBounded() {
        Node one = new Node(1);
        runUntil(SECOND);
        for (int i = 0; i < 5000; i++) {
            ControlWriter liar = new ControlWriter(1000 + i, "liar", "", 0, (message, length, destination) -> {
                MessageLayout.writeSequence(message, 1);
                network.add(new Datagram(Arrays.copyOf(message, length), new InetSocketAddress(9), null));
            });
            liar.announce(List.of(), false, now, null);
        }
        runUntil(now + 1);
        assertThat(one.presence.peers()).hasSize(Peers.MAX_PEERS);
        assertThat(one.counters.get(Counter.PEERS_IGNORED)).isEqualTo(5000 - Peers.MAX_PEERS);
    }

    @Test
    @Tag("capnp")
    void theReferenceCompilerReadsWhatIsSent() {
        Node one = new Node(1);
        one.presence.publishes(TEMPERATURE, () -> 12, now);
        runUntil(1);
        one.presence.leave(now);
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        assertThat(capnp.decode("dts.capnp", "Message", sent.get(0).bytes()))
                .contains("announce = (", "node = \"node1\"", "asks = true", "name = \"brewery.Temperature\"")
                .contains("role = publisher", "last = 12", "schemaId = 77");
        assertThat(capnp.decode("dts.capnp", "Message", sent.get(1).bytes())).contains("bye = (", "last = 12");
    }

    @Test
    void whoMissesThatATypeIsUsedNoMoreLearnsItLater() {
        Node one = new Node(1);
        Node two = new Node(2);
        one.presence.listens(TEMPERATURE, now);
        runUntil(SECOND);
        assertThat(two.presence.peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.types()).hasSize(1));
        two.gone = true;
        one.presence.listensNoMore(TEMPERATURE, now);
        runUntil(now + SECOND / 10);
        two.gone = false;
        runUntil(60 * SECOND);
        assertThat(two.presence.peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.types()).isEmpty());
        assertThat(one.presence.own()).isEmpty();
    }

    @Test
    void whoListensAgainExpectsNothingOfTheTimeBetween() {
        Node one = new Node(1);
        Node two = new Node(2);
        runUntil(10 * SECOND);
        two.presence.listens(TEMPERATURE, now);
        one.presence.publishes(TEMPERATURE, () -> 5, now);
        one.due = now;
        runUntil(now + Presence.CHANGE_DELAY);
        two.presence.listensNoMore(TEMPERATURE, now);
        two.presence.listens(TEMPERATURE, now);
        runUntil(now + Presence.GRACE);
        assertThat(two.events).noneMatch(event -> event.startsWith("published"));
        runUntil(now + 40 * SECOND);
        assertThat(two.events).contains("published 5 of 1");
    }
}
