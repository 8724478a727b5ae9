package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private final List<ReceiveSocket> opened = new ArrayList<>();
    private final Failures failures = new Failures();
    private final Link loopback = Links.loopback();
    private final NetworkInterface networkInterface = SystemLinks.networkInterface(loopback);
    private final Memberships.Sockets sockets = new Memberships.Sockets() {
        @Override
        public ReceiveSocket open() throws IOException {
            return openOne();
        }

        @Override
        public void retire(ReceiveSocket socket) {
            close(socket);
        }
    };
    private final Groups groups = new Groups(links -> new Memberships(links, this::resolve, sockets));
    private final Set<Link> broken = new HashSet<>();
    private boolean noMoreSockets;

    GroupsTest() throws IOException {
        groups.use(List.of(), List.of(loopback), failures);
    }

    /** Whatever the test calls an interface, it is loopback. */
    private NetworkInterface resolve(Link link) throws IOException {
        if (broken.contains(link)) {
            throw new IOException("gone");
        }
        return networkInterface;
    }

    private ReceiveSocket openOne() throws IOException {
        if (noMoreSockets) {
            throw new IOException("on purpose");
        }
        ReceiveSocket socket = new ReceiveSocket(0, 1 << 20);
        opened.add(socket);
        return socket;
    }

    private static void close(ReceiveSocket socket) {
        try {
            socket.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long openSockets() {
        return opened.stream().filter(socket -> socket.channel.isOpen()).count();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(GroupsTest::close);
    }

    private static InetAddress group(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, (byte) (1 + number / 256), (byte) number});
    }

    @Test
    void opensAsManySocketsAsTheGroupsNeed() throws IOException {
        for (int i = 0; i < 205; i++) {
            groups.join(group(i), failures);
        }
        assertThat(groups.sockets()).isEqualTo(11);
        for (int i = 0; i < 205; i++) {
            groups.leave(group(i), failures);
        }
        assertThat(groups.sockets()).isZero();
        assertThat(opened).noneMatch(socket -> socket.channel.isOpen());
    }

    @Test
    void joinsOnceAndLeavesWithTheLastUse() throws IOException {
        groups.join(group(1), failures);
        groups.join(group(1), failures);
        groups.leave(group(1), failures);
        assertThat(groups.sockets()).isEqualTo(1);
        groups.leave(group(1), failures);
        groups.leave(group(1), failures);
        assertThat(groups.sockets()).isZero();
    }

    @Test
    void fillsPlacesThatBecameFree() throws IOException {
        for (int i = 0; i < 40; i++) {
            groups.join(group(i), failures);
        }
        groups.leave(group(3), failures);
        groups.join(group(100), failures);
        assertThat(groups.sockets()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindAFailure() throws UnknownHostException {
        InetAddress unicast = InetAddress.getByName("127.0.0.1");
        assertThatThrownBy(() -> groups.join(unicast, failures)).isInstanceOf(IllegalArgumentException.class);
        assertThat(groups.sockets()).isZero();
        assertThat(opened).noneMatch(socket -> socket.channel.isOpen());
    }

    @Test
    void joinsEverythingOnAnInterfaceThatComes() throws IOException {
        for (int i = 0; i < 25; i++) {
            groups.join(group(i), failures);
        }
        groups.leave(group(24), failures);
        Link further = Links.link(9, "eth0", "192.0.2.7");
        groups.use(List.of(), List.of(further), failures);
        assertThat(groups.sockets()).as("10 groups on two interfaces each").isEqualTo(3);
        groups.join(group(24), failures);
        assertThat(groups.links()).containsExactly(loopback, further);

        groups.use(List.of(loopback), List.of(), failures);
        assertThat(groups.sockets()).isEqualTo(2);
        assertThat(openSockets()).isEqualTo(2);
        for (int i = 0; i < 25; i++) {
            groups.leave(group(i), failures);
        }
        assertThat(groups.sockets()).isZero();
        assertThat(failures.size()).isZero();
    }

    @Test
    void doesWithoutAnInterfaceThatFailsUntilItWorks() throws IOException {
        Link further = Links.link(9, "eth0", "192.0.2.7");
        broken.add(further);
        groups.use(List.of(), List.of(further), failures);
        groups.join(group(1), failures);
        groups.join(group(2), failures);
        assertThat(groups.sockets()).isEqualTo(1);
        assertThat(failures.size()).isEqualTo(2);
        groups.leave(group(2), failures);

        broken.clear();
        groups.use(List.of(), List.of(), failures);
        groups.use(List.of(), List.of(), failures);
        assertThat(groups.sockets()).isEqualTo(1);
        assertThat(failures.size()).isEqualTo(2);
    }

    @Test
    void aGroupIsOnOneSocketWhicheverWayItsDatagramsCome() throws IOException {
        groups.use(List.of(), List.of(Links.link(9, "eth0", "192.0.2.7")), failures);
        for (int i = 0; i < 10; i++) {
            groups.join(group(i), failures);
        }
        assertThat(groups.sockets()).isEqualTo(1);
        groups.join(group(10), failures);
        assertThat(groups.sockets()).isEqualTo(2);
        groups.leave(group(3), failures);
        groups.join(group(11), failures);
        assertThat(groups.sockets()).isEqualTo(2);
        assertThat(openSockets()).isEqualTo(2);
    }

    @Test
    void remembersGroupsWhileThereIsNoInterface() throws IOException {
        groups.use(List.of(loopback), List.of(), failures);
        groups.join(group(1), failures);
        groups.join(group(1), failures);
        groups.leave(group(1), failures);
        groups.join(group(2), failures);
        groups.leave(group(2), failures);
        assertThat(groups.size()).isEqualTo(1);
        groups.use(List.of(), List.of(loopback), failures);
        assertThat(groups.sockets()).isEqualTo(1);
        groups.use(List.of(loopback), List.of(loopback), failures);
        assertThat(openSockets()).isEqualTo(1);
        assertThat(groups.sockets()).isEqualTo(1);
    }

    /** Only a socket that has no room when another one has is full. */
    @Test
    void goesOnToUseASocketAfterAFailure() throws IOException {
        groups.join(group(0), failures);
        List<MembershipKey> others = fill(opened.get(0));
        noMoreSockets = true;
        assertThatThrownBy(() -> groups.join(group(1), failures)).hasMessageEndingWith("failed: on purpose");
        others.forEach(MembershipKey::drop);
        groups.join(group(1), failures);
        assertThat(opened).hasSize(1);
    }

    /** Joins behind the back of a socket as much as the system allows. */
    private List<MembershipKey> fill(ReceiveSocket socket) throws UnknownHostException {
        List<MembershipKey> keys = new ArrayList<>();
        try {
            for (int i = 2; i < 10_000; i++) {
                keys.add(socket.channel.join(group(i), networkInterface));
            }
        } catch (IOException full) {
            return keys;
        }
        return keys;
    }
}
