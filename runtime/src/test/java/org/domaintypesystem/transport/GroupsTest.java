package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private final List<ReceiveSocket> opened = new ArrayList<>();
    private final Groups groups;

    GroupsTest() throws IOException {
        groups = new Groups(Interfaces.choose(List.of("127.0.0.1")).receiving(), () -> {
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
}
