package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.engine.Packets.fragments;
import static org.domaintypesystem.engine.Packets.message;
import static org.domaintypesystem.engine.Packets.withData;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.domaintypesystem.codec.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large messages as they come in: fragments in any order, lost, doubled, forged. */
class LargeMessageTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long SENDER = 0xA;
    private static final int SCHEMA = 12;
    private static final int LIMIT = 1 << 20;
    private static final int CHUNK_POINTER = MessageLayout.CONTENT + Fragment.DATA_WORDS * Long.BYTES;

    private final Counters counters = new Counters();
    private final List<String> control = new ArrayList<>();
    private final RecordingSink sink = new RecordingSink();
    private final List<byte[]> contents = new ArrayList<>();
    private final LongMap<InboundType> types = new LongMap<>(1);
    private long now;
    private final Reassemblies reassemblies = new Reassemblies(LIMIT, counters, () -> now, 5);
    private final Inbound inbound = new Inbound(
            counters,
            (message, source) -> {
                byte[] data = message.reader().data(message.payload(), 0);
                control.add(message.tag + ": " + (data == null ? 0 : data.length));
            },
            reassemblies,
            (body, typeId, schemaId, sender) -> body == SCHEMA && typeId == TYPE && sender == SENDER,
            (typeId, schemaId, sender, source) -> Readability.READABLE,
            Packets.repairs(counters, reassemblies),
            Gate.open(text -> {}));

    LargeMessageTest() {
        types.put(TYPE, new InboundType(new Contents(), 2, 4));
    }

    /** Reads what it is handed, and has it recorded. */
    private final class Contents implements InboundSink {
        @Override
        public void message(InboundMessage message) {
            contents.add(message.reader().data(message.payload(), 0));
            sink.message(message);
        }

        @Override
        public void missing(long sender, long first, long count) {
            sink.missing(sender, first, count);
        }

        @Override
        public void late(long sender, long sequence) {
            sink.late(sender, sequence);
        }

        @Override
        public void known(long sender, long last) {
            sink.known(sender, last);
        }

        @Override
        public void forgotten(long sender) {
            sink.forgotten(sender);
        }
    }

    private boolean receive(byte[]... datagrams) {
        boolean clean = true;
        for (byte[] datagram : datagrams) {
            clean &= inbound.receive(datagram, datagram.length, 7, types, new InetSocketAddress(1));
        }
        return clean;
    }

    private boolean receive(List<byte[]> datagrams) {
        return receive(datagrams.toArray(byte[][]::new));
    }

    private static byte[] data(int bytes) {
        byte[] data = new byte[bytes];
        new Random(bytes).nextBytes(data);
        return data;
    }

    private static List<byte[]> large(long sequence, int bytes) {
        return fragments(withData(SENDER, TYPE, sequence, data(bytes)));
    }

    private static ByteBuffer fields(byte[] fragment) {
        return ByteBuffer.wrap(fragment, MessageLayout.CONTENT, fragment.length - MessageLayout.CONTENT)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private void assertNothingWaits() {
        assertThat(reassemblies.isWaiting()).isFalse();
        assertThat(reassemblies.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1304, 5000, 200_000, LIMIT - 200})
    void deliversAMessageThatWasCut(int bytes) {
        assertThat(receive(large(3, bytes))).isTrue();
        assertThat(sink.events).containsExactly("a: 3");
        assertThat(contents.get(0)).isEqualTo(data(bytes));
        assertThat(counters.get(Counter.FRAGMENTS)).isEqualTo(counters.get(Counter.DATAGRAMS));
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(1);
        assertNothingWaits();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void takesFragmentsInAnyOrderAndSeveralTimes(int seed) {
        Random random = new Random(seed);
        List<byte[]> all = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int sender = 1; sender <= 3; sender++) {
            all.addAll(fragments(withData(sender, TYPE, 5, data(20_000 + sender))));
            expected.add(sender + ": 5");
        }
        all.addAll(List.copyOf(all.subList(0, random.nextInt(all.size()))));
        Collections.shuffle(all, random);
        assertThat(receive(all)).isTrue();
        assertThat(sink.events).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(contents).allSatisfy(content -> assertThat(content).isEqualTo(data(content.length)));
        assertThat(counters.get(Counter.FRAGMENTS)).isEqualTo(all.size());
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(3);
        assertNothingWaits();
    }

    @Test
    void keepsItsPlaceAmongSmallOnes() {
        receive(withData(SENDER, TYPE, 1, data(8)));
        receive(large(2, 5000));
        receive(withData(SENDER, TYPE, 3, data(8)));
        receive(large(5, 3000));
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: missing 4+1", "a: 5");
    }

    @Test
    void isMissingIfAnyFragmentIs() {
        int count = large(1, 10_000).size();
        receive(withData(SENDER, TYPE, 1, data(0)));
        for (int lost = 0; lost < count; lost++) {
            List<byte[]> fragments = large(2 + lost * 2L, 10_000);
            fragments.remove(lost);
            receive(fragments);
            receive(withData(SENDER, TYPE, 3 + lost * 2L, data(0)));
            assertThat(sink.events).endsWith("a: missing " + (2 + lost * 2) + "+1", "a: " + (3 + lost * 2));
        }
        assertThat(counters.get(Counter.MISSING)).isEqualTo(count);
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(count + 1);
    }

    @Test
    void isLateIfItIsCompleteAfterALaterOne() {
        List<byte[]> fragments = large(2, 3000);
        receive(withData(SENDER, TYPE, 1, data(0)), fragments.get(0), fragments.get(1));
        receive(withData(SENDER, TYPE, 3, data(0)), fragments.get(2));
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: 3", "a: late 2");
        assertThat(counters.get(Counter.LATE)).isEqualTo(1);
        assertNothingWaits();
    }

    @Test
    void isMissingByAnAnnouncementAndLateAfterIt() {
        List<byte[]> fragments = large(2, 3000);
        receive(withData(SENDER, TYPE, 1, data(0)), fragments.get(0));
        inbound.expect(types.get(TYPE), TYPE, SENDER, 2);
        receive(fragments);
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: known 2", "a: late 2");
    }

    @Test
    void keepsNothingOfWhatHasCome() {
        receive(large(1, 3000));
        receive(large(1, 3000));
        receive(withData(SENDER, TYPE, 3, data(0)));
        receive(large(3, 3000));
        receive(large(2, 3000));
        receive(large(2, 3000).get(0));
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: 3", "a: late 2");
        assertThat(counters.get(Counter.LATE)).isEqualTo(1);
        assertNothingWaits();
    }

    @Test
    void keepsNothingOfWhatNobodyWants() {
        receive(fragments(withData(SENDER, TYPE + 1, 1, data(3000))).get(0));
        assertThat(counters.get(Counter.NOT_LISTENED)).isEqualTo(1);
        receive(fragments(withData(SENDER, TYPE, 0, data(3000))).get(0));
        assertThat(counters.get(Counter.IMPLAUSIBLE)).isEqualTo(1);
        inbound.ignore(types.get(TYPE), SENDER);
        receive(large(1, 3000).get(0));
        assertThat(counters.get(Counter.CONFLICTING)).isEqualTo(1);
        assertNothingWaits();
    }

    @Test
    void putsOtherBodiesTogetherIfSomebodyWantsThem() {
        for (int body : new int[] {SCHEMA, 6}) {
            byte[] message = withData(SENDER, TYPE, 1, data(3000));
            message[MessageLayout.WORD_0 + 6] = (byte) body;
            assertThat(receive(fragments(message))).isTrue();
        }
        assertThat(control).containsExactly("12: 3000");
        assertThat(counters.get(Counter.CONTROL)).isEqualTo(1);
        assertThat(counters.get(Counter.NOT_LISTENED)).isEqualTo(3);
        assertThat(sink.events).isEmpty();
        assertNothingWaits();
    }

    /** Fields of the second fragment of three: offset 1304, index 1, of 3016 bytes. */
    @ParameterizedTest
    @CsvSource({
        "messageSize, 0, 0",
        "messageSize, 0, 8",
        "messageSize, 0, 1304",
        "messageSize, 0, 2600",
        "messageSize, 0, -1",
        "messageSize, 0, -2147483648",
        "messageSize, 0, 1048577",
        "messageSize, 0, 2608",
        "offset, 4, 0",
        "offset, 4, 1720",
        "offset, 4, 2147483647",
        "offset, 4, -8",
        "offset, 4, -1304",
        "index, 8, 0",
        "index, 8, 2",
        "index, 8, 3",
        "index, 8, -1",
        "index, 8, 2147483647",
        "count, 12, 0",
        "count, 12, 1",
        "count, 12, 2",
        "count, 12, -3",
        "body, 16, 1",
        "body, 16, 3"
    })
    void refusesWhatContradictsItself(String field, int at, int value) {
        List<byte[]> fragments = large(1, 3000);
        byte[] liar = fragments.get(1).clone();
        fields(liar).putInt(at, value);
        assertThat(receive(liar)).isFalse();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(1);
        assertNothingWaits();
        receive(fragments);
        assertThat(sink.events).containsExactly("a: 1");
    }

    @Test
    void refusesChunksThatAreNotThere() {
        byte[] without = large(1, 3000).get(1);
        ByteBuffer.wrap(without).order(ByteOrder.LITTLE_ENDIAN).putLong(CHUNK_POINTER, 0);
        byte[] beyond = large(1, 3000).get(1);
        ByteBuffer.wrap(beyond).order(ByteOrder.LITTLE_ENDIAN).putLong(CHUNK_POINTER, 1L | 2L << 32 | 1312L << 35);
        assertThat(receive(without)).isFalse();
        assertThat(receive(beyond)).isFalse();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(2);
        assertNothingWaits();
    }

    /** What overlaps the neighbours, or leaves a gap to them, does not spoil what is there. */
    @Test
    void keepsWhatIsThereFromWhatContradictsIt() {
        List<byte[]> fragments = large(1, 6000);
        receive(fragments.get(0), fragments.get(2));
        for (int offset : new int[] {1296, 1312}) {
            byte[] shifted = fragments.get(1).clone();
            fields(shifted).putInt(Fragment.OFFSET, offset);
            assertThat(receive(shifted)).isFalse();
        }
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(2);
        receive(fragments);
        assertThat(sink.events).containsExactly("a: 1");
        assertThat(contents.get(0)).isEqualTo(data(6000));
    }

    /** What differs from the genuine fragments in what these have in common is of another message. */
    @Test
    void isNotSpoiltByForgedFragmentsThatCameFirst() {
        List<byte[]> fragments = large(1, 3000);
        byte[] larger = fragments.get(1).clone();
        fields(larger).putInt(Fragment.MESSAGE_SIZE, 4000);
        byte[] more = fragments.get(1).clone();
        fields(more).putInt(Fragment.COUNT, 4);
        byte[] later = fragments.get(1).clone();
        later[MessageLayout.TIMESTAMP]++;
        receive(larger, more, later);
        receive(fragments);
        assertThat(sink.events).containsExactly("a: 1");
        assertThat(contents.get(0)).isEqualTo(data(3000));
        now += Reassemblies.MAX_PAUSE;
        reassemblies.tick(now);
        assertThat(counters.get(Counter.INCOMPLETE)).isEqualTo(3);
        assertNothingWaits();
    }

    /** It takes no place in the sequence. */
    @Test
    void refusesAWholeThatIsNoMessage() {
        byte[] framing = withData(SENDER, TYPE, 1, data(3000));
        List<byte[]> wrongFraming = fragments(framing);
        wrongFraming.get(0)[CHUNK_POINTER + Long.BYTES + 4]++;
        byte[] root = withData(SENDER, TYPE, 1, data(3000));
        root[MessageLayout.BODY + 3] = 0x7F;
        assertThat(receive(wrongFraming)).isFalse();
        assertThat(receive(fragments(root))).isFalse();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(2);
        assertThat(sink.events).isEmpty();
        receive(large(1, 3000));
        assertThat(sink.events).containsExactly("a: 1");
        assertNothingWaits();
    }

    /** Cut by somebody else, into chunks of other sizes, and written in segments of other sizes. */
    @Test
    void takesAnyLegalCutOfAnyLegalMessage() {
        long[] far = {Segments.far(1, 0)};
        long[] text = new long[400];
        text[0] = 1L << 48;
        text[1] = 1L | 2L << 32 | 3000L << 35;
        byte[] whole = Segments.message(far, text);
        Random random = new Random(3);
        List<byte[]> fragments = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>(List.of(0));
        while (cuts.get(cuts.size() - 1) < whole.length) {
            cuts.add(Math.min(whole.length, cuts.get(cuts.size() - 1) + 1 + random.nextInt(500)));
        }
        for (int i = 0; i < cuts.size() - 1; i++) {
            byte[] chunk = Arrays.copyOfRange(whole, cuts.get(i), cuts.get(i + 1));
            byte[] fragment = withFragment(whole.length, cuts.get(i), i, cuts.size() - 1, chunk);
            fragments.add(fragment);
        }
        Collections.shuffle(fragments, random);
        assertThat(receive(fragments)).isTrue();
        assertThat(sink.events).containsExactly("a: 1");
        assertThat(contents.get(0)).hasSize(3000);
    }

    private static byte[] withFragment(int messageSize, int offset, int index, int count, byte[] chunk) {
        byte[] model = large(1, 3000).get(0);
        int end = CHUNK_POINTER + Long.BYTES + (chunk.length + 7) / Long.BYTES * Long.BYTES;
        byte[] fragment = Arrays.copyOf(Arrays.copyOf(model, CHUNK_POINTER), end);
        fields(fragment)
                .putInt(0, messageSize)
                .putInt(4, offset)
                .putInt(8, index)
                .putInt(12, count);
        ByteBuffer.wrap(fragment)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, end / Long.BYTES - 1)
                .putLong(CHUNK_POINTER, 1L | 2L << 32 | (long) chunk.length << 35);
        System.arraycopy(chunk, 0, fragment, CHUNK_POINTER + Long.BYTES, chunk.length);
        return fragment;
    }

    @Test
    void givesUpWhatWaitsForTooLong() {
        receive(large(1, 3000).get(0));
        now += Reassemblies.MAX_PAUSE / 2;
        receive(large(2, 3000).get(0));
        receive(large(1, 3000).get(1));
        now += Reassemblies.MAX_PAUSE / 2;
        assertThat(reassemblies.tick(now)).isEqualTo(Reassemblies.MAX_PAUSE / 2);
        now += Reassemblies.MAX_PAUSE / 2;
        assertThat(reassemblies.tick(now - 1)).isEqualTo(1);
        assertThat(reassemblies.isWaiting()).isTrue();
        assertThat(reassemblies.tick(now)).isEqualTo(Long.MAX_VALUE);
        assertThat(counters.get(Counter.INCOMPLETE)).isEqualTo(2);
        assertNothingWaits();
        receive(large(1, 3000).get(2));
        assertThat(sink.events).isEmpty();
    }

    @Test
    void boundsHowManyMessagesOfASenderWait() {
        for (int i = 1; i <= Reassemblies.MAX_PER_SENDER + 10; i++) {
            receive(large(i, 3000).get(0));
        }
        assertThat(counters.get(Counter.INCOMPLETE)).isEqualTo(10);
        List<byte[]> ofAnother = fragments(withData(SENDER + 1, TYPE, 1, data(3000)));
        receive(ofAnother);
        receive(large(11, 3000));
        assertThat(sink.events).containsExactly("b: 1", "a: 11");
    }

    @Test
    void boundsHowManyMessagesWait() {
        List<byte[]> genuine = large(1, 3000);
        for (int sender = 100; sender < 100 + 2 * Reassemblies.MAX_MESSAGES; sender++) {
            receive(fragments(withData(sender, TYPE, 1, data(3000))).get(0));
            if (sender % 500 == 0) {
                receive(genuine.get(0));
            }
        }
        assertThat(counters.get(Counter.INCOMPLETE)).isEqualTo(Reassemblies.MAX_MESSAGES + 1);
        receive(genuine.get(1), genuine.get(2));
        assertThat(sink.events).as("not among the oldest").containsExactly("a: 1");
    }

    /** What is announced costs nothing; what has come, a small multiple. */
    @Test
    void takesMemoryForWhatHasComeAlone() {
        int count = Reassemblies.MAX_MESSAGES;
        long arrived = 0;
        System.gc();
        long before = usedMemory();
        for (int i = 0; i < count; i++) {
            byte[] datagram = withFragment(LIMIT, 8 * 1000 + 8, 1000 + i % 1000, 100_000, new byte[8]);
            ByteBuffer.wrap(datagram).order(ByteOrder.LITTLE_ENDIAN).putLong(MessageLayout.SENDER, i);
            arrived += datagram.length;
            assertThat(receive(datagram)).isTrue();
        }
        System.gc();
        assertThat(usedMemory() - before).isLessThan(16 * arrived);
        assertThat(reassemblies.bytes()).isBetween(arrived, 8 * arrived);
    }

    private static long usedMemory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Bytes of one sender, and of all: whoever sends much pushes out itself first. */
    @Test
    void boundsTheBytesThatWait() {
        List<byte[]> patient = fragments(withData(SENDER + 1, TYPE, 1, data(3000)));
        receive(patient.get(0));
        long most = 0;
        for (int sequence = 1; sequence <= 6; sequence++) {
            List<byte[]> fragments = large(sequence, LIMIT - 1000);
            for (byte[] fragment : fragments.subList(1, fragments.size())) {
                receive(fragment);
                most = Math.max(most, reassemblies.bytes());
            }
        }
        assertThat(most).isBetween((long) LIMIT, 2L * LIMIT + Reassemblies.EXTRA + 4000);
        assertThat(counters.get(Counter.INCOMPLETE)).isBetween(4L, 5L);
        receive(patient);
        receive(large(6, LIMIT - 1000).get(0));
        assertThat(sink.events).containsExactly("b: 1", "a: 6");
        for (int sender = 20; sender < 30; sender++) {
            List<byte[]> fragments = fragments(withData(sender, TYPE, 1, data(LIMIT - 1000)));
            for (byte[] fragment : fragments.subList(1, fragments.size())) {
                receive(fragment);
                most = Math.max(most, reassemblies.bytes());
            }
        }
        assertThat(most).isBetween(3L * LIMIT, 4L * LIMIT + Reassemblies.EXTRA + 4000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void survivesMutations(int seed) {
        Random random = new Random(seed);
        List<byte[]> valid = large(1, 4000);
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = valid.get(random.nextInt(valid.size())).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(8) == 0 ? random.nextInt(mutated.length) : random.nextInt(CHUNK_POINTER + 8);
                mutated[at] = (byte) (random.nextBoolean() ? random.nextInt() : mutated[at] ^ 1 << random.nextInt(8));
            }
            receive(mutated);
        }
        assertThat(reassemblies.bytes()).isLessThan(4L * LIMIT);
        sink.events.clear();
        receive(fragments(withData(0x77, TYPE, 1, data(4000))));
        receive(message(0x77, TYPE, 2, 0));
        assertThat(sink.events).endsWith("77: 1", "77: 2");
        now += Reassemblies.MAX_PAUSE;
        reassemblies.tick(now);
        assertNothingWaits();
    }
}
