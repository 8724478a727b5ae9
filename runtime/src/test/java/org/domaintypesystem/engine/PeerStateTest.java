package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PeerStateTest {
    private final SharedTypes shared = new SharedTypes();

    private PeerState peer(long sender) {
        return new PeerState(
                new Announcement(sender, "node", "host", 1, false, List.of()), new InetSocketAddress(1), 0, 0, shared);
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
    }

    @Test
    void remembersAsManyTypesAsItShall() {
        PeerState peer = peer(1);
        for (int i = 0; i <= PeerState.MAX_TYPES; i++) {
            assertThat(peer.put(type(i, 1, Role.LISTENER, 0))).isEqualTo(i < PeerState.MAX_TYPES);
        }
        for (int i = 0; i <= SharedTypes.CAPACITY; i++) {
            assertThat(shared.one(type(i, 2, Role.LISTENER, 9))).isEqualTo(type(i, 2, Role.LISTENER, 0));
        }
        assertThat(peer.types()).hasSize(PeerState.MAX_TYPES);
    }
}
