package org.domaintypesystem.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.junit.jupiter.api.Test;

/** What a node may expect of its transport, without a node. */
class VirtualTransportTest {
    private static final InetSocketAddress GROUP = new InetSocketAddress(MulticastGroups.groupOf(1), 5387);

    private static final class Recorder implements TransportListener {
        final List<String> received = new ArrayList<>();
        final List<Long> ticks = new ArrayList<>();
        final List<String> failures = new ArrayList<>();
        final Timeline timeline;
        long pause = Long.MAX_VALUE;
        SocketAddress source = GROUP;

        Recorder(Timeline timeline) {
            this.timeline = timeline;
        }

        @Override
        public void datagram(byte[] buffer, int length, SocketAddress from) {
            received.add(new String(buffer, 0, length, UTF_8));
            source = from;
        }

        @Override
        public long tick(long readUpTo) {
            ticks.add(timeline.now());
            return pause;
        }

        @Override
        public void failed(String what, Throwable cause) {
            failures.add(what + ": " + cause.getMessage());
        }

        @Override
        public void warned(String what) {
            failures.add(what);
        }
    }

    private final Timeline timeline = new Timeline();
    private final Medium medium = new Medium(timeline, new Chance(1));
    private final Recorder atA = new Recorder(timeline);
    private final Recorder atB = new Recorder(timeline);
    private final VirtualNode nodeA = new VirtualNode(new Place("a", 0), medium, new VirtualClock(timeline));
    private final Transport a = nodeA.open("a", atA);
    private final Transport b = new VirtualNode(new Place("b", 1), medium, new VirtualClock(timeline)).open("b", atB);

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private void runUntil(long time) {
        timeline.run(time, () -> false);
    }

    @Test
    void ticksWhenItOpensAndThenWhenItIsAskedFor() {
        atA.pause = 1000;
        runUntil(3500);
        assertThat(atA.ticks).containsExactly(0L, 1000L, 2000L, 3000L);
        assertThat(atB.ticks).containsExactly(0L);
    }

    @Test
    void ticksSoonWhenItIsWoken() {
        atA.pause = 1000;
        runUntil(500);
        a.wake();
        a.wake();
        b.wake();
        assertThat(timeline.isQuiet()).isFalse();
        runUntil(2000);
        assertThat(atA.ticks).containsExactly(0L, 500L, 1500L);
        assertThat(atB.ticks).containsExactly(0L, 500L);
        assertThat(timeline.isQuiet()).isTrue();
    }

    @Test
    void ticksAreMadeUpForAfterAPause() {
        atA.pause = 1000;
        runUntil(500);
        nodeA.pause();
        runUntil(5500);
        nodeA.resume();
        runUntil(7000);
        assertThat(atA.ticks).containsExactly(0L, 5500L, 6500L);
    }

    @Test
    void answersGoToWhereADatagramCameFrom() throws IOException {
        b.join(GROUP.getAddress());
        a.send(text("question"), GROUP);
        runUntil(1_000_000);
        b.send(text("answer"), atB.source);
        runUntil(2_000_000);
        assertThat(atB.received).containsExactly("question");
        assertThat(atA.received).containsExactly("answer");
    }

    @Test
    void answersToANodeThatIsGoneDoNotReachTheNextOne() throws IOException {
        a.close();
        Recorder next = new Recorder(timeline);
        VirtualTransport again = (VirtualTransport) nodeA.open("a", next);
        b.send(text("late"), ((VirtualTransport) a).address);
        b.send(text("in time"), again.address);
        runUntil(1_000_000);
        assertThat(next.received).containsExactly("in time");
        assertThat(atA.received).isEmpty();
    }

    @Test
    void groupsAreReceivedUntilTheyAreLeftAsOftenAsJoined() throws IOException {
        b.join(GROUP.getAddress());
        b.join(GROUP.getAddress());
        b.leave(GROUP.getAddress());
        a.send(text("in the group"), GROUP);
        runUntil(1_000_000);
        a.send(text("on its way"), GROUP);
        b.leave(GROUP.getAddress());
        b.leave(GROUP.getAddress());
        a.send(text("too late"), GROUP);
        runUntil(2_000_000);
        assertThat(atB.received).containsExactly("in the group");
    }

    @Test
    void otherPortsAreOthersBusiness() throws IOException {
        b.join(GROUP.getAddress());
        a.send(text("lost"), new InetSocketAddress(GROUP.getAddress(), 5388));
        runUntil(1_000_000);
        assertThat(atB.received).isEmpty();
    }

    @Test
    void refusesWhatUdpDoesNotCarry() {
        assertThat(a.send(ByteBuffer.allocate(65_508), GROUP)).isFalse();
        assertThat(a.send(ByteBuffer.allocate(65_507), GROUP)).isTrue();
        assertThat(atA.failures).containsExactly("sending to " + GROUP + ": a datagram of 65508 bytes");
    }

    @Test
    void takesNothingOnceItIsClosed() {
        a.close();
        a.close();
        assertThat(a.send(text("lost"), GROUP)).isFalse();
        assertThatIOException().isThrownBy(() -> a.join(GROUP.getAddress()));
        a.wake();
        a.leave(GROUP.getAddress());
        runUntil(1000);
        assertThat(atA.ticks).isEmpty();
    }
}
