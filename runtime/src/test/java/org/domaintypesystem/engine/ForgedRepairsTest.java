package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who forges messages of a sender can do to a receiver that misses something, and what he cannot. */
class ForgedRepairsTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long SENDER = 0xA;
    private static final long SECOND = 1_000_000_000;
    private static final SocketAddress SOURCE = new InetSocketAddress(1);

    private final Counters counters = new Counters();
    private final RecordingSink sink = new RecordingSink();
    private final LongMap<InboundType> types = new LongMap<>(1);
    private final InboundType type = new InboundType(sink, 2);
    private long now = 5 * SECOND;
    private final Reassemblies reassemblies = new Reassemblies(4096, counters, () -> now, 5);
    private final Repairs repairs = new Repairs(
            99,
            new Repairs.Nodes() {
                @Override
                public SocketAddress addressOf(long sender) {
                    return SOURCE;
                }

                @Override
                public int listenersOf(long typeId) {
                    return 0;
                }
            },
            (message, length, to) -> {},
            counters,
            reassemblies,
            () -> now,
            10 * SECOND,
            5);
    private final Inbound inbound = new Inbound(
            counters,
            (message, source) -> {},
            reassemblies,
            (body, typeId, schemaId, sender) -> false,
            (typeId, schemaId, sender, source) -> Readability.READABLE,
            repairs,
            Gate.open(text -> {}));
    private final RepairMessages messages =
            new RepairMessages(SENDER, (message, length, to) -> receive(Arrays.copyOf(message, length)));

    ForgedRepairsTest() {
        types.put(TYPE, type);
    }

    private void receive(byte[] datagram) {
        inbound.receive(datagram, datagram.length, 7, types, SOURCE);
    }

    private static byte[] message(long sequence, boolean isRepairable) {
        byte[] message = Packets.message(SENDER, TYPE, sequence, 0);
        if (isRepairable) {
            MessageLayout.markRepairable(message);
        }
        return message;
    }

    private void receiveSequences(boolean isRepairable, long... sequences) {
        for (long each : sequences) {
            receive(message(each, isRepairable));
        }
    }

    private static byte[] batch(long first, boolean isRepairable) {
        Pack pack = new Pack(0);
        byte[] unnumbered = message(0, isRepairable);
        pack.add(unnumbered, unnumbered.length);
        pack.add(unnumbered, unnumbered.length);
        return Arrays.copyOf(pack.bytes(), pack.finish(first));
    }

    /** Lets time pass, with a tick whenever one is due. */
    private void pass(long nanos) {
        long end = now + nanos;
        long pause = inbound.tick(types, now);
        while (pause <= end - now) {
            now += pause;
            reassemblies.tick(now);
            pause = inbound.tick(types, now);
        }
        now = end;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBatchDoesNotConfirmItself(boolean isRepairable) {
        receiveSequences(isRepairable, 100);
        receive(batch(1L << 40, isRepairable));
        receive(Packets.concat(message(1L << 41, isRepairable), message(1L << 41 | 1, isRepairable)));
        receiveSequences(isRepairable, 101);
        assertThat(sink.events).containsExactly("a: 100", "a: 101");
        assertThat(counters.get(Counter.MISSING)).isZero();
        receive(batch(200_000, isRepairable));
        receive(batch(200_002, isRepairable));
        pass(11 * SECOND);
        assertThat(sink.events).endsWith("a: 200002", "a: 200003");
    }

    @Test
    void nothingStaysOfTheLastSequences() {
        long last = Long.MAX_VALUE;
        receiveSequences(true, last - 10, last - 3, last, last, last);
        receive(batch(last - 1, true));
        receive(batch(last - 2, true));
        pass(11 * SECOND);
        assertThat(repairs.bytes()).isZero();
        assertThat(repairs.size()).isZero();
        inbound.expect(type, TYPE, SENDER, last);
        pass(11 * SECOND);
        assertThat(repairs.size()).isZero();
    }

    @Test
    void notesOfWhatIsGoneTakeNoMoreRoomThanMessages() {
        receiveSequences(true, 1, 1000);
        pass(SECOND);
        for (long each = 3; each < 1000; each++) {
            messages.gap(TYPE, new Range(each, 1), now, SOURCE);
        }
        assertThat(repairs.bytes()).isLessThanOrEqualTo(2 * 4096 + Reassemblies.EXTRA);
        receiveSequences(true, 2);
        pass(11 * SECOND);
        assertThat(sink.events).startsWith("a: 1", "a: 2", "a: missing 3+1").endsWith("a: 1000");
        assertThat(counters.get(Counter.MISSING)).isEqualTo(997);
        assertThat(repairs.bytes()).isZero();
    }

    @Test
    void bestEffortStaysWhatItIs() {
        receiveSequences(false, 1, 2);
        receiveSequences(true, 2);
        receiveSequences(false, 3, 5);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: missing 4+1", "a: 5");
        messages.heartbeat(TYPE, new Heartbeat(1, 5), now, SOURCE);
        receiveSequences(false, 6, 8);
        assertThat(sink.events).endsWith("a: 6", "a: missing 7+1", "a: 8");
    }

    @Test
    void givesUpWhatIsMissingAndNotWhatStillComes() {
        byte[] large = Packets.withData(SENDER, TYPE, 3, new byte[3000]);
        MessageLayout.markRepairable(large);
        List<byte[]> fragments = Packets.fragments(large);
        receiveSequences(true, 1);
        receive(fragments.get(0));
        receiveSequences(true, 4);
        for (int i = 0; i < 15; i++) {
            pass(SECOND);
            receive(fragments.get(1));
        }
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1");
        receive(fragments.get(2));
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: 3", "a: 4");
    }
}
