package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;

/** A sender of one type that answers NAKs, with a time of its own, and whoever sends these. */
final class RepairingSender {
    static final long TYPE = 0x8000_0000_0000_0011L;
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000 * MILLI;
    static final SocketAddress GROUP = InetSocketAddress.createUnresolved("group", 1);
    static final SocketAddress SOMEBODY = new InetSocketAddress("127.0.0.1", 2);

    final Counters counters = new Counters();
    final OutboundSequence sequence = new OutboundSequence();
    final Resender resender = new Resender(counters);
    final RepairableStream stream;
    final RepairAnswers answers;

    /** What was sent for the first time, by number from 0 on; what was sent again; and what was said. */
    final List<byte[]> datagrams = new ArrayList<>();

    final List<byte[]> repairs = new ArrayList<>();
    final List<Object> said = new ArrayList<>();

    int wakes;
    long now = -5 * SECOND;
    boolean takes = true;

    RepairingSender(long maxBytes, long maxNanos) {
        this.stream = new RepairableStream(TYPE, GROUP, sequence, maxBytes, maxNanos, () -> wakes++);
        this.answers = new RepairAnswers(
                7,
                (message, length, to) -> {
                    assertThat(to).isEqualTo(GROUP);
                    hear(Arrays.copyOf(message, length));
                },
                resender,
                counters,
                3);
        answers.add(stream);
    }

    private void hear(byte[] message) {
        InboundMessage heard = Naks.read(message);
        assertThat(heard.typeId()).isEqualTo(TYPE);
        said.add(
                heard.tag == MessageLayout.GAP
                        ? RepairMessages.readGap(heard)
                        : (Object) RepairMessages.readHeartbeat(heard));
    }

    /** Publishes so many small messages, each in a datagram. */
    void publish(int count) {
        for (int i = 0; i < count; i++) {
            byte[] message = Packets.message(7, TYPE, sequence.next(), sequence.next() * 31);
            datagrams.add(message);
            stream.sent(sequence.next(), 1, message, message.length, now);
            sequence.use(1);
        }
    }

    /** Publishes a large message; the parts that {@link Packets#fragments} makes of it. */
    List<byte[]> publishLarge(int bytes) {
        List<byte[]> parts = beginLarge(bytes, Integer.MAX_VALUE);
        sequence.use(1);
        return parts;
    }

    /** Publishes only the first parts, and does not give the sequence away. */
    List<byte[]> beginLarge(int bytes, int first) {
        byte[] data = new byte[bytes];
        Arrays.fill(data, (byte) sequence.next());
        List<byte[]> parts = Packets.fragments(Packets.withData(7, TYPE, sequence.next(), data));
        for (int i = 0; i < Math.min(first, parts.size()); i++) {
            datagrams.add(parts.get(i));
            stream.sentPart(sequence.next(), i, parts.get(i), parts.get(i).length, now);
        }
        return parts;
    }

    void nak(Missing... missing) {
        nakBy(SOMEBODY, missing);
    }

    void nakBy(SocketAddress source, Missing... missing) {
        answers.asked(Naks.read(Naks.of(TYPE, missing)), source, now);
    }

    static Missing all(long first, long count) {
        return new Missing(new Range(first, count), List.of());
    }

    static Missing parts(long of, Range... parts) {
        return new Missing(new Range(of, 1), List.of(parts));
    }

    static Heartbeat heartbeat(long firstRetained, long last) {
        return new Heartbeat(firstRetained, last);
    }

    /** One call of whoever holds the send path. */
    void burst() {
        resender.burst(
                (bytes, offset, length, to) -> {
                    assertThat(to).isEqualTo(GROUP);
                    if (takes) {
                        repairs.add(Arrays.copyOfRange(bytes, offset, offset + length));
                    }
                    return takes;
                },
                now);
    }

    /** Calls that until nothing more is asked for. */
    void repairAll() {
        while (resender.isAsked()) {
            burst();
            now += Resender.REST;
        }
    }

    /** Lets time pass, with a tick whenever one is due. */
    void run(long nanos) {
        long end = now + nanos;
        while (true) {
            answers.expire(now);
            long next = answers.tick(now, 0);
            assertThat(next).isGreaterThan(now);
            if (next > end) {
                now = end;
                return;
            }
            now = next;
        }
    }
}
