package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.engine.Packets;
import org.domaintypesystem.engine.Silence;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.junit.jupiter.api.Test;

/** A whole node, whose network hears nothing or only the node itself, as the test wants, and whose time is the test's. */
class SilenceReportTest {
    private final Ether ether = new Ether();

    /** Both the network and what else a node stands on. */
    private static final class Ether implements Environment, Transport {
        private TransportListener listener;
        private long now;
        private boolean loops;

        /** Each time it was asked what to tell: whether the node hears itself. */
        private final List<Boolean> told = new ArrayList<>();

        @Override
        public Transport open(String name, TransportListener toldOf) {
            listener = toldOf;
            return this;
        }

        void tickAfter(long nanos) {
            now += nanos;
            listener.tick(now);
        }

        void receive(byte[] datagram) {
            listener.datagram(datagram, datagram.length, new SocketAddress() {});
        }

        @Override
        public boolean send(ByteBuffer datagram, SocketAddress destination) {
            if (loops) {
                byte[] bytes = new byte[datagram.remaining()];
                datagram.get(bytes);
                receive(bytes);
            }
            return true;
        }

        @Override
        public void join(InetAddress group) {}

        @Override
        public void leave(InetAddress group) {}

        @Override
        public OptionalLong dropped() {
            return OptionalLong.of(7);
        }

        @Override
        public String silence(boolean hearsItself) {
            told.add(hearsItself);
            return "Here is what to do.";
        }

        @Override
        public void wake() {}

        @Override
        public void close() {}

        @Override
        public int port() {
            return 1;
        }

        @Override
        public long epochNanos() {
            return now;
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public long random() {
            return 77;
        }

        @Override
        public Worker start(String name, Task task) {
            return new Worker() {
                @Override
                public void wake() {}

                @Override
                public void close() {}
            };
        }
    }

    private Dts join() {
        Dts dts = Dts.builder().environment(ether).name("lonely").join();
        ether.tickAfter(0);
        return dts;
    }

    @Test
    void saysOnceThatNobodyElseIsHeard() {
        ether.loops = true;
        try (Dts dts = join()) {
            new ReadingPublisher(dts).publish(1, "text");
            ether.tickAfter(Silence.PATIENCE - 1);
            assertThat(ether.told).isEmpty();
            ether.tickAfter(1);
            ether.tickAfter(Silence.PATIENCE);
        }
        assertThat(ether.told).containsExactly(true);
    }

    @Test
    void tellsApartThatTheNodeDoesNotEvenHearItself() {
        try (Dts dts = join()) {
            new ReadingPublisher(dts).publish(1, "text");
            ether.receive(new byte[] {1, 2, 3});
            ether.tickAfter(Silence.PATIENCE);
        }
        assertThat(ether.told).containsExactly(false);
    }

    @Test
    void saysWhatHasComeAndWhatToDo() {
        assertThat(SilenceReport.text(true, 42, OptionalLong.of(7), "Here is what to do."))
                .isEqualTo(
                        "hears no other node. 42 datagrams have come in, its own among them. The system dropped another 7,"
                                + " since they were not received fast enough. Here is what to do.");
        assertThat(SilenceReport.text(false, 0, OptionalLong.empty(), "Look here."))
                .isEqualTo("hears no other node. 0 datagrams have come in, none of its own among them. Look here.");
    }

    @Test
    void saysNothingIfAnybodyIsHeardOrNobodyNeedsToBe() {
        try (Dts dts = join()) {
            new ReadingPublisher(dts).publish(1, "text");
            ether.receive(Packets.message(5, 6, 7, 8));
            ether.tickAfter(Silence.PATIENCE);
        }
        try (Dts unused = join()) {
            ether.tickAfter(10 * Silence.PATIENCE);
        }
        assertThat(ether.told).isEmpty();
    }
}
