package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.engine.Packets.unnumbered;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.seal.Sealer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long SENDER = 0xABCD;
    private static final long TIME = 1_700_000_000_123_456_789L;
    private static final long LONGEST = 0xFFFF_FFFFL;

    private record Message(long sequence, long timestamp, List<Long> payload) {}

    private final Pack pack = new Pack(0);

    private static List<Message> received(byte[] bytes, int length) {
        List<Message> messages = new ArrayList<>();
        LongMap<InboundType> types = new LongMap<>(1);
        types.put(
                TYPE,
                new InboundType(
                        new InboundSink() {
                            @Override
                            public void message(InboundMessage message) {
                                assertThat(message.sender()).isEqualTo(SENDER);
                                messages.add(new Message(
                                        message.sequence(),
                                        message.timestamp(),
                                        words(message.reader(), message.payload())));
                            }

                            @Override
                            public void missing(long sender, long first, long count) {
                                throw new AssertionError("missing " + first + "+" + count);
                            }

                            @Override
                            public void late(long sender, long sequence) {
                                throw new AssertionError("late " + sequence);
                            }

                            @Override
                            public void known(long sender, long last) {}

                            @Override
                            public void forgotten(long sender) {}
                        },
                        2));
        assertThat(Packets.inbound(new Counters(), (message, source) -> {})
                        .receive(Arrays.copyOf(bytes, length + 8), length, 0, types, new InetSocketAddress(1)))
                .isTrue();
        return messages;
    }

    private static List<Long> words(WireReader in, long struct) {
        List<Long> words = new ArrayList<>();
        for (int i = 0; in.int64(struct, i * Long.BYTES) != 0; i++) {
            words.add(in.int64(struct, i * Long.BYTES));
        }
        return words;
    }

    @Test
    void messagesThatAreNoPayloadsLeaveOneAfterTheOther() {
        byte[] bytes = new byte[MessageLayout.MAX_DATAGRAM];
        int count = 0;
        int length;
        do {
            length = new QueryMessage(SENDER, TYPE, count, "x".repeat(count), 5)
                    .write(bytes, new TypeDescriptor("", TYPE, 1), TIME);
        } while (pack.add(bytes, length) && ++count > 0);
        assertThat(count).isBetween(10, 15);
        int whole = pack.finish(100);
        MessageReader reader = new MessageReader();
        reader.datagram(pack.bytes(), whole);
        for (int i = 0; i < count; i++) {
            assertThat(reader.next()).isNull();
            assertThat(reader.message().sequence()).isEqualTo(100 + i);
            assertThat(QueryMessage.read(reader.message()).text()).isEqualTo("x".repeat(i));
        }
        assertThat(reader.hasNext()).isFalse();
    }

    @Test
    void aBatchTakesPayloadsOnly() {
        byte[] payload = unnumbered(SENDER, TYPE, TIME, 1);
        byte[] other = new byte[MessageLayout.MAX_DATAGRAM];
        int length = new QueryMessage(SENDER, TYPE, 1, "", 5).write(other, new TypeDescriptor("", TYPE, 1), TIME);
        assertThat(pack.add(payload, payload.length)).isTrue();
        assertThat(pack.add(other, length)).isFalse();
        assertThat(pack.finish(1)).isEqualTo(payload.length);
    }

    @Test
    void aSingleMessageLeavesAsItIs() {
        byte[] message = unnumbered(SENDER, TYPE, TIME, 1, 2, 3);
        assertThat(pack.add(message, message.length)).isTrue();
        int length = pack.finish(42);
        MessageLayout.writeSequence(message, 42);
        assertThat(Arrays.copyOf(pack.bytes(), length)).isEqualTo(message);
        assertThat(pack.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsPackedComesOutAgain(long seed) {
        Random random = new Random(seed);
        long sequence = 1;
        for (int round = 0; round < 500; round++) {
            List<Message> packed = new ArrayList<>();
            long time = TIME;
            while (packed.size() < 1 + random.nextInt(90)) {
                long[] payload = LongStream.generate(() -> random.nextLong() | 1)
                        .limit(random.nextInt(random.nextBoolean() ? 4 : 60))
                        .toArray();
                byte[] message = unnumbered(SENDER, TYPE, time, payload);
                if (!pack.add(message, message.length)) {
                    break;
                }
                packed.add(new Message(
                        sequence + packed.size(),
                        time,
                        Arrays.stream(payload).boxed().toList()));
                time += random.nextInt(1_000_000);
            }
            int length = pack.finish(sequence);
            assertThat(length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM);
            assertThat(received(pack.bytes(), length))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(packed);
            sequence += packed.size();
        }
    }

    @Test
    void fillsADatagramToTheLastByte() {
        byte[] message = unnumbered(SENDER, TYPE, TIME, 7);
        int fitting = (MessageLayout.MAX_DATAGRAM - MessageLayout.CONTENT - 8) / 24;
        for (int i = 0; i < fitting; i++) {
            assertThat(pack.add(message, message.length)).isTrue();
        }
        assertThat(pack.add(message, message.length)).isFalse();
        int length = pack.finish(1);
        assertThat(length).isEqualTo(MessageLayout.CONTENT + 8 + fitting * 24);
        assertThat(received(pack.bytes(), length)).hasSize(fitting);
    }

    @Test
    void leavesRoomForWhatABatchGetsLongerOrEachOfSeveralMessages() {
        Pack sealed = new Pack(Sealer.OVERHEAD);
        int room = MessageLayout.MAX_DATAGRAM - Sealer.OVERHEAD;
        byte[] payload = unnumbered(SENDER, TYPE, TIME, 7);
        int fitting = 0;
        while (sealed.add(payload, payload.length)) {
            fitting++;
        }
        assertThat(sealed.finish(1))
                .isEqualTo(MessageLayout.CONTENT + 8 + fitting * 24)
                .isBetween(room - 23, room);

        byte[] query = new byte[MessageLayout.MAX_DATAGRAM];
        int length = new QueryMessage(SENDER, TYPE, 1, "?", 5).write(query, new TypeDescriptor("", TYPE, 1), TIME);
        fitting = 0;
        while (sealed.add(query, length)) {
            fitting++;
        }
        assertThat(sealed.finish(1)).isEqualTo(fitting * length);
        assertThat(fitting).isEqualTo(MessageLayout.MAX_DATAGRAM / (length + Sealer.OVERHEAD));

        byte[] largest = unnumbered(SENDER, TYPE, TIME, new long[(room - MessageLayout.CONTENT) / Long.BYTES]);
        assertThat(sealed.add(largest, largest.length)).isTrue();
        assertThat(sealed.add(payload, payload.length)).isFalse();
        assertThat(sealed.finish(1)).isEqualTo(room);
    }

    @Test
    void takesNoMessageFromBeforeTheFirstOrFromLongAfter() {
        byte[] first = unnumbered(SENDER, TYPE, TIME, 1);
        pack.add(first, first.length);
        for (long time : new long[] {TIME - 1, TIME + LONGEST + 1}) {
            byte[] message = unnumbered(SENDER, TYPE, time, 1);
            assertThat(pack.add(message, message.length)).isFalse();
        }
        byte[] last = unnumbered(SENDER, TYPE, TIME + LONGEST, 2);
        assertThat(pack.add(last, last.length)).isTrue();
        int length = pack.finish(9);
        assertThat(received(pack.bytes(), length))
                .containsExactly(new Message(9, TIME, List.of(1L)), new Message(10, TIME + LONGEST, List.of(2L)));
    }

    @Test
    @Tag("capnp")
    void theReferenceCompilerReadsABatch() {
        for (long value = 1; value <= 3; value++) {
            byte[] message = unnumbered(SENDER, TYPE, TIME + value, value);
            pack.add(message, message.length);
        }
        byte[] datagram = Arrays.copyOf(pack.bytes(), pack.finish(5));
        String text = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"))
                .decode("dts.capnp", "Message", datagram);
        assertThat(text).contains("sequence = 5", "batch = [", "timeDelta = 0", "timeDelta = 1", "timeDelta = 2");
    }
}
