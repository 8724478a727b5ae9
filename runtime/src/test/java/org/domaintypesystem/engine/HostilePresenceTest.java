package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.PresenceNodes.Node;
import org.junit.jupiter.api.Test;

/** Announcements and farewells that lie, in real bytes. */
class HostilePresenceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final TypeDescriptor TEMPERATURE = new TypeDescriptor("brewery.Temperature", 1L << 63, 77);
    private static final SocketAddress SOMEWHERE = new InetSocketAddress(9);

    private final PresenceNodes world = new PresenceNodes();
    private final Node one = world.new Node(1);

    private void says(long sender, long sequence, AnnouncedType... types) {
        world.stranger(sender, sequence, SOMEWHERE).announce(List.of(types), false, world.now, null);
        world.runUntil(world.now + 1);
    }

    private void saysGoodbye(long sender, long sequence) {
        world.stranger(sender, sequence, SOMEWHERE).bye(List.of(), world.now);
        world.runUntil(world.now + 1);
    }

    private static AnnouncedType temperature(String name, Role role) {
        return new AnnouncedType(name, TEMPERATURE.typeId(), 77, role, 0);
    }

    /** So many types of one sender, each of another name and id. */
    private void manyTypes(long sender, int from, int count, String name) {
        ControlWriter stranger = world.stranger(sender, 1, SOMEWHERE);
        for (int done = 0; done < count; done += 20) {
            List<AnnouncedType> types = IntStream.range(from + done, from + Math.min(count, done + 20))
                    .mapToObj(i -> new AnnouncedType(name + i, i, 0, Role.PUBLISHER, 0))
                    .toList();
            stranger.announce(types, false, world.now, null);
            world.runUntil(world.now);
        }
    }

    private long remembered() {
        return one.presence.peers().stream()
                .mapToLong(peer -> peer.types().size())
                .sum();
    }

    @Test
    void oneWhoAnnouncesAMillionTypesIsBelievedAFew() {
        manyTypes(1000, 0, 1_000_000, "lie");
        assertThat(one.presence.peers()).hasSize(1);
        assertThat(remembered()).isEqualTo(PeerState.MAX_TYPES);
        assertThat(one.counters.get(Counter.TYPES_IGNORED)).isEqualTo(1_000_000 - PeerState.MAX_TYPES);
        assertThat(one.ignored).isPositive();
    }

    @Test
    void manyWhoAnnounceAMillionTypesTogetherTakeNoMoreMemoryThanAllMay() {
        String longName = "l".repeat(500);
        for (int i = 0; i < 250; i++) {
            manyTypes(1000 + i, i * 4000, 4000, longName);
        }
        assertThat(one.presence.peers()).hasSize(250);
        long each = longName.length() * 2L;
        assertThat(remembered() * each).isBetween(SharedTypes.MAX_BYTES * 3 / 4, SharedTypes.MAX_BYTES);
        assertThat(one.counters.get(Counter.TYPES_IGNORED)).isEqualTo(1_000_000 - remembered());

        // What is for all cannot be taken away from those who need it: their own types are compared all the same.
        one.presence.listens(TEMPERATURE, world.now);
        says(7, 1, new AnnouncedType(TEMPERATURE.name(), TEMPERATURE.typeId(), 77, Role.PUBLISHER, 5));
        says(8, 1, temperature("other.Heat", Role.PUBLISHER));
        world.runUntil(world.now + Presence.GRACE);
        assertThat(one.events)
                .contains("up stranger", "published 5 of 7", "conflict brewery.Temperature is other.Heat of stranger");

        // And comes back when they are gone.
        world.runUntil(world.now + 101 * SECOND);
        says(7, 2, temperature(TEMPERATURE.name(), Role.PUBLISHER));
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void whoGivesOurTypeAnotherNameIsIgnoredUntilItTakesThatBack() {
        one.presence.listens(TEMPERATURE, world.now);
        says(7, 1, temperature(TEMPERATURE.name(), Role.PUBLISHER));
        says(8, 1, temperature("other.Heat", Role.PUBLISHER));
        one.events.removeIf(event -> !event.startsWith("conflict") && !event.startsWith("agreed"));
        String conflict = "conflict brewery.Temperature is other.Heat of stranger";
        assertThat(one.events).containsExactly(conflict);
        says(8, 2, temperature("other.Heat", Role.PUBLISHER));
        assertThat(one.events).containsExactly(conflict, conflict);
        one.events.clear();
        says(8, 3, temperature(TEMPERATURE.name(), Role.PUBLISHER));
        assertThat(one.events).containsExactly("agreed with 8", "changed stranger");
        says(8, 4, temperature("other.Heat", Role.LISTENER));
        one.events.clear();
        says(8, 5, temperature("other.Heat", Role.NONE));
        says(8, 6, temperature("other.Heat", Role.NONE));
        assertThat(one.events).containsExactly("agreed with 8", "changed stranger");
        says(8, 7, temperature("other.Heat", Role.BOTH));
        one.events.clear();
        saysGoodbye(8, 8);
        assertThat(one.events).containsExactly("left stranger", "agreed with 8");
    }

    @Test
    void whoBeginsToListenIsToldWhoMeansSomethingElse() {
        says(8, 1, temperature("other.Heat", Role.PUBLISHER));
        one.presence.listens(TEMPERATURE, world.now);
        one.due = world.now;
        world.runUntil(world.now + 1);
        assertThat(one.events).containsExactly("up stranger", "conflict brewery.Temperature is other.Heat of stranger");
        // Although it has been said before.
        says(8, 2, temperature("other.Heat", Role.PUBLISHER));
        assertThat(one.events).hasSize(3);
    }

    @Test
    void aFarewellThatSomebodyElseHasSentKeepsNobodyAway() {
        Node two = world.new Node(2);
        two.sequence = 100;
        world.isNumbered = true;
        world.runUntil(10 * SECOND);
        saysGoodbye(2, 101);
        assertThat(one.events).containsExactly("up node2", "left node2");
        world.runUntil(world.now + 38 * SECOND);
        assertThat(one.events).containsExactly("up node2", "left node2", "up node2");
        // Not even one that comes late by all appearances.
        saysGoodbye(2, Long.MAX_VALUE);
        world.runUntil(world.now + 2 * 38 * SECOND);
        assertThat(one.peer(2)).isNotNull();
    }

    @Test
    void aNodeTakesNoLeaveOfItself() {
        one.presence.listens(TEMPERATURE, world.now);
        world.stranger(1, 5, SOMEWHERE)
                .bye(List.of(new AnnouncedType("", TEMPERATURE.typeId(), 0, Role.PUBLISHER, 9)), world.now);
        says(1, 6, temperature("other.Heat", Role.PUBLISHER));
        world.runUntil(world.now + SECOND);
        assertThat(one.events).isEmpty();
    }

    @Test
    void everyDatagramOfAFarewellCounts() {
        one.presence.listens(TEMPERATURE, world.now);
        says(7, 1, temperature(TEMPERATURE.name(), Role.PUBLISHER));
        List<AnnouncedType> published = IntStream.range(0, 300)
                .mapToObj(i -> new AnnouncedType("", i == 299 ? TEMPERATURE.typeId() : i, 0, Role.PUBLISHER, 9))
                .toList();
        world.stranger(7, 2, SOMEWHERE).bye(published, world.now);
        world.runUntil(world.now + Presence.GRACE + 1);
        assertThat(one.events).endsWith("left stranger", "published 0 of 7", "published 9 of 7");
    }

    @Test
    void longNamesAreCutByThoseWhoHaveThem() {
        String longest = "é€𝄞".repeat(1000);
        assertThat(Announcement.cut(longest, Announcement.MAX_TYPE_NAME)).isEqualTo("é€𝄞".repeat(56) + "é€");
        Node two = world.new Node(2, longest);
        two.presence.publishes(new TypeDescriptor(longest, 5, 5), () -> 3, world.now);
        two.presence.publishes(new TypeDescriptor(longest, 6, 5), () -> 3, world.now);
        one.presence.listens(new TypeDescriptor(longest, 5, 5), world.now);
        world.runUntil(SECOND);
        assertThat(one.events).contains("published 3 of 2").noneMatch(event -> event.startsWith("conflict"));
        assertThat(one.peer(2).types()).hasSize(2);
        assertThat(one.peer(2).name().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(125, Announcement.MAX_NODE_NAME);
    }

    @Test
    void whoIsAskedByMultitudesAnswersAFew() {
        world.runUntil(100 * SECOND);
        world.sent.clear();
        for (int i = 0; i < 30_000; i++) {
            world.stranger(1000 + i, 1, new InetSocketAddress(10 + i)).announce(List.of(), true, world.now, null);
            world.runUntil(world.now + SECOND / 3000);
        }
        long toOne =
                world.sent.stream().filter(each -> each.destination() != null).count();
        assertThat(toOne).isLessThanOrEqualTo(Introductions.SINGLE_ANSWERS);
        assertThat(world.sent.size() - toOne).isBetween(1L, 11L);
    }

    @Test
    void aTypeGivenUpIsForgottenInTime() {
        world.runUntil(SECOND);
        for (int i = 0; i < 5000; i++) {
            TypeDescriptor type = new TypeDescriptor("some.Type" + i, i, i);
            one.presence.listens(type, world.now);
            one.presence.listensNoMore(type, world.now);
        }
        one.presence.listens(TEMPERATURE, world.now);
        world.sent.clear();
        world.runUntil(world.now + 60 * SECOND);
        assertThat(world.sent.size()).isLessThan(5 * LocalTypes.MAX_UNUSED / 15);
        world.runUntil(world.now + 300 * SECOND);
        world.sent.clear();
        world.runUntil(world.now + 60 * SECOND);
        assertThat(world.sent)
                .hasSizeBetween(1, 3)
                .allSatisfy(each -> assertThat(each.bytes()).hasSizeLessThan(300));
    }
}
