package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PeerStateTest {
    private final Counters counters = new Counters();
    private final SharedTypes shared = new SharedTypes(1, counters);

    private static Announcement announcement(long sender, List<AnnouncedType> types) {
        Announcement announcement = new Announcement();
        new ControlWriter(sender, "node", "host", 1, (message, length, destination) -> {
                    MessageReader reader = new MessageReader();
                    reader.datagram(Arrays.copyOf(message, length), length);
                    assertThat(reader.next()).isNull();
                    announcement.show(reader.message());
                })
                .announce(types, false, 0, null);
        return announcement;
    }

    private PeerState peer(long sender) {
        return new PeerState(announcement(sender, List.of()), new InetSocketAddress(1), 0, 0, shared);
    }

    private static AnnouncedType type(long id, long schemaId, Role role, long last) {
        return new AnnouncedType("type" + id, id, schemaId, role, last);
    }

    @Test
    void isLikeAMap() {
        SplittableRandom random = new SplittableRandom(1);
        PeerState peer = peer(1);
        Map<Long, AnnouncedType> model = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            Role role = Role.values()[random.nextInt(4)];
            AnnouncedType type = type(random.nextLong(-40, 40), random.nextInt(2), role, random.nextLong(100));
            AnnouncedType before =
                    role == Role.NONE ? model.remove(type.typeId()) : model.put(type.typeId(), type.withoutLast());
            boolean isNews =
                    role == Role.NONE ? before != null : !type.withoutLast().equals(before);
            assertThat(peer.put(type)).isEqualTo(isNews);
            assertThat(peer.types()).containsExactlyElementsOf(model.values());
        }
    }

    @Test
    void nodesShareWhatTheyAnnounceAlike() {
        PeerState one = peer(1);
        PeerState other = peer(2);
        one.put(type(7, 1, Role.BOTH, 5));
        other.put(type(7, 1, Role.BOTH, 6));
        assertThat(one.types().get(0)).isSameAs(other.types().get(0));
        one.forgetTypes();
        assertThat(shared.size()).isEqualTo(1);
        other.put(type(7, 1, Role.NONE, 6));
        assertThat(shared.size()).isZero();
        assertThat(shared.bytes()).isZero();
    }

    @Test
    void anAnnouncementIsToldFromAllThatSaySomethingElse() {
        List<AnnouncedType> types =
                List.of(type(1, 1, Role.BOTH, 5), type(2, 1, Role.PUBLISHER, 0), type(5, 1, Role.LISTENER, 0));
        List<List<AnnouncedType>> others = List.of(
                List.of(),
                types.subList(0, 2),
                List.of(types.get(1), types.get(0), types.get(2)),
                List.of(type(1, 1, Role.NONE, 5), types.get(1), types.get(2)),
                List.of(type(1, 2, Role.BOTH, 5), types.get(1), types.get(2)),
                List.of(type(3, 1, Role.BOTH, 5), types.get(1), types.get(2)),
                List.of(new AnnouncedType("tYpe1", 1, 1, Role.BOTH, 5), types.get(1), types.get(2)),
                List.of(new AnnouncedType("", 1, 1, Role.BOTH, 5), types.get(1), types.get(2)));
        long digest = announcement(1, types).digest(3);
        assertThat(digest).isNotEqualTo(announcement(1, types).digest(4));
        assertThat(announcement(1, List.of(type(1, 1, Role.BOTH, 9), types.get(1), types.get(2)))
                        .digest(3))
                .isEqualTo(digest);
        assertThat(others)
                .allSatisfy(
                        other -> assertThat(announcement(1, other).digest(3)).isNotEqualTo(digest));
    }

    @Test
    void whatHasBeenSaidHoldsUntilSomethingChanges() {
        PeerState peer = peer(1);
        for (int i = 0; i < 300; i++) {
            peer.says(i, i);
        }
        assertThat(peer.said(0)).isNotEqualTo(PeerState.NEWS);
        assertThat(peer.said(255)).isEqualTo(255);
        assertThat(peer.said(300)).isEqualTo(PeerState.NEWS);
        peer.put(type(1, 1, Role.BOTH, 0));
        assertThat(peer.said(0)).isEqualTo(0);
        peer.put(type(1, 1, Role.BOTH, 7));
        assertThat(peer.said(1)).isNotEqualTo(PeerState.NEWS);
        peer.put(type(1, 2, Role.BOTH, 7));
        assertThat(peer.said(1)).isEqualTo(PeerState.NEWS);
        peer.says(2, 0);
        peer.put(type(1, 2, Role.NONE, 7));
        assertThat(peer.said(2)).isEqualTo(PeerState.NEWS);
    }

    @Test
    void remembersAsManyTypesAsItShall() {
        PeerState peer = peer(1);
        for (int i = 0; i <= PeerState.MAX_TYPES; i++) {
            assertThat(peer.put(type(i, 1, Role.LISTENER, 0))).isEqualTo(i < PeerState.MAX_TYPES);
        }
        assertThat(counters.get(Counter.TYPES_IGNORED)).isEqualTo(1);
        assertThat(peer.types()).hasSize(PeerState.MAX_TYPES);
    }
}
