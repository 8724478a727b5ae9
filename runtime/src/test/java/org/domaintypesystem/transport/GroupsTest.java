package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private final List<ReceiveSocket> opened = new ArrayList<>();
    private final List<NetworkInterface> interfaces =
            Interfaces.choose(List.of("127.0.0.1")).receiving();
    private final Groups groups;
    private boolean noMoreSockets;

    GroupsTest() throws IOException {
        groups = new Groups(interfaces, () -> {
            if (noMoreSockets) {
                throw new IOException("on purpose");
            }
            ReceiveSocket socket = new ReceiveSocket(0);
            opened.add(socket);
            return socket;
        });
    }

    @AfterEach
    void close() throws IOException {
        for (ReceiveSocket each : opened) {
            each.channel.close();
        }
    }

    private static InetAddress group(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, (byte) (1 + number / 256), (byte) number});
    }

    @Test
    void opensAsManySocketsAsTheGroupsNeed() throws IOException {
        for (int i = 0; i < 205; i++) {
            groups.join(group(i));
        }
        assertThat(groups.sockets()).isEqualTo(11);
        for (int i = 0; i < 205; i++) {
            groups.leave(group(i));
        }
        assertThat(groups.sockets()).isZero();
        assertThat(opened).noneMatch(socket -> socket.channel.isOpen());
    }

    @Test
    void joinsOnceAndLeavesWithTheLastUse() throws IOException {
        groups.join(group(1));
        groups.join(group(1));
        groups.leave(group(1));
        assertThat(groups.sockets()).isEqualTo(1);
        groups.leave(group(1));
        groups.leave(group(1));
        assertThat(groups.sockets()).isZero();
    }

    @Test
    void fillsPlacesThatBecameFree() throws IOException {
        for (int i = 0; i < 40; i++) {
            groups.join(group(i));
        }
        groups.leave(group(3));
        groups.join(group(100));
        assertThat(groups.sockets()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindAFailure() throws UnknownHostException {
        InetAddress unicast = InetAddress.getByName("127.0.0.1");
        assertThatThrownBy(() -> groups.join(unicast)).isInstanceOf(IllegalArgumentException.class);
        assertThat(groups.sockets()).isZero();
        assertThat(opened).noneMatch(socket -> socket.channel.isOpen());
    }

    /** Only a socket that has no room when another one has is full. */
    @Test
    void goesOnToUseASocketAfterAFailure() throws IOException {
        groups.join(group(0));
        List<MembershipKey> others = fill(opened.get(0));
        noMoreSockets = true;
        assertThatThrownBy(() -> groups.join(group(1))).hasMessage("on purpose");
        others.forEach(MembershipKey::drop);
        groups.join(group(1));
        assertThat(opened).hasSize(1);
    }

    /** Joins behind the back of a socket as much as the system allows. */
    private List<MembershipKey> fill(ReceiveSocket socket) throws UnknownHostException {
        List<MembershipKey> keys = new ArrayList<>();
        try {
            for (int i = 2; i < 10_000; i++) {
                keys.add(socket.channel.join(group(i), interfaces.get(0)));
            }
        } catch (IOException full) {
            return keys;
        }
        return keys;
    }
}
