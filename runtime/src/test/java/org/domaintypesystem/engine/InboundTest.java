package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.engine.Packets.concat;
import static org.domaintypesystem.engine.Packets.message;
import static org.domaintypesystem.engine.Packets.segment;
import static org.domaintypesystem.engine.Packets.structPointer;
import static org.domaintypesystem.engine.Packets.word0;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.domaintypesystem.codec.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long SENDER = 0xA;
    private static final SocketAddress SOURCE = new InetSocketAddress(1);

    private final Counters counters = new Counters();
    private final Inbound inbound = Packets.inbound(counters, (message, source) -> {});
    private final RecordingSink sink = new RecordingSink();
    private final LongMap<InboundType> types = new LongMap<>(1);

    InboundTest() {
        types.put(TYPE, new InboundType(sink, 2, 4));
    }

    private boolean receive(byte[]... messages) {
        byte[] datagram = concat(messages);
        // What lies behind the datagram in the buffer must not matter.
        byte[] buffer = Arrays.copyOf(datagram, datagram.length + 64);
        Arrays.fill(buffer, datagram.length, buffer.length, (byte) 0x55);
        return inbound.receive(buffer, datagram.length, 7, types, SOURCE);
    }

    private void receiveSequences(long... sequences) {
        for (long sequence : sequences) {
            receive(message(SENDER, TYPE, sequence, 0));
        }
    }

    @Test
    void deliversSeveralMessagesOfADatagram() {
        assertThat(receive(message(1, TYPE, 5, 0), message(2, TYPE, 9, 0), message(1, TYPE, 6, 0)))
                .isTrue();
        assertThat(sink.events).containsExactly("1: 5", "2: 9", "1: 6");
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(3);
        assertThat(counters.get(Counter.DATAGRAMS)).isEqualTo(1);
    }

    @Test
    void leavesOtherTypesAlone() {
        assertThat(receive(message(1, TYPE + 1, 5, 0))).isTrue();
        assertThat(sink.events).isEmpty();
        assertThat(counters.get(Counter.NOT_LISTENED)).isEqualTo(1);
    }

    @Test
    void reportsGapsAtOnceAndLateCopiesOnce() {
        receiveSequences(3, 4, 7, 5, 5, 6, 7, 3, 2, 8);
        assertThat(sink.events)
                .containsExactly("a: 3", "a: 4", "a: missing 5+2", "a: 7", "a: late 5", "a: late 6", "a: 8");
        assertThat(counters.get(Counter.MISSING)).isEqualTo(2);
        assertThat(counters.get(Counter.LATE)).isEqualTo(2);
        // The second 5, 7, 3; and 2, which precedes what was heard first.
        assertThat(counters.get(Counter.DUPLICATE)).isEqualTo(4);
    }

    @Test
    void doesNotTellOldCopiesFromLateOnes() {
        receiveSequences(1, 2000, 2001, 2, 2001 - SenderTracker.WINDOW);
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1999", "a: 2001");
        assertThat(counters.get(Counter.STALE)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {2000, 1L << 32, Long.MAX_VALUE})
    void isNotLedAheadByOneForgedMessage(long forged) {
        receiveSequences(100, forged, 101, forged, 102);
        assertThat(sink.events).containsExactly("a: 100", "a: 101", "a: 102");
        assertThat(counters.get(Counter.IMPLAUSIBLE)).isEqualTo(2);
        assertThat(counters.get(Counter.MISSING)).isZero();
    }

    @Test
    void followsALongJumpOnceItIsConfirmed() {
        receiveSequences(1, 100_000, 100_001, 100_000);
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+99999", "a: 100001", "a: late 100000");
    }

    @Test
    void findsBackToASenderWhoseNumberWasForged() {
        receiveSequences(1L << 40, 1L << 40 | 1, 50, 51, 52);
        assertThat(sink.events).containsExactly("a: 1099511627776", "a: 1099511627777", "a: 51", "a: 52");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void takesNoSequenceThatIsNone(long sequence) {
        receiveSequences(sequence);
        assertThat(sink.events).isEmpty();
        assertThat(counters.get(Counter.IMPLAUSIBLE)).isEqualTo(1);
    }

    @Test
    void survivesTheLastSequence() {
        receiveSequences(Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MAX_VALUE, 1);
        assertThat(sink.events).hasSize(1);
    }

    @Test
    void forgetsTheSenderIdleForLongest() {
        for (long sender : new long[] {1, 2, 3, 4, 1, 5}) {
            receive(message(sender, TYPE, sender == 1 && !sink.events.isEmpty() ? 11 : 10, 0));
        }
        assertThat(counters.get(Counter.EVICTED)).isEqualTo(1);
        assertThat(sink.forgotten).containsExactly(2L);
        sink.events.clear();
        receive(message(1, TYPE, 13, 0), message(2, TYPE, 13, 0));
        assertThat(sink.events).as("1 is known, 2 begins anew").containsExactly("1: missing 12+1", "1: 13", "2: 13");
    }

    @Test
    void readsAnyLegalLayoutOfTheHeader() {
        long payload = structPointer(0, 0, 0) & ~0xFFFF_FFFFL | 0xFFFF_FFFCL;
        long farRoot = structPointer(2, 6, 1);
        assertThat(receive(segment(farRoot, 0, 0, word0(), SENDER, TYPE, 0, 1, 0, payload)))
                .as("root not at once behind its pointer")
                .isTrue();
        assertThat(receive(segment(structPointer(0, 8, 2), word0(), SENDER, TYPE, 0, 2, 0, 77, 78, payload, 0)))
                .as("a longer header of a later version")
                .isTrue();
        assertThat(receive(segment(structPointer(0, 5, 1), word0(), SENDER, TYPE, 0, 3, payload)))
                .as("a shorter header")
                .isTrue();
        assertThat(receive(segment(structPointer(0, 5, 0), word0(), SENDER, TYPE, 0, 4)))
                .as("no payload: all defaults")
                .isTrue();
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: 4");
    }

    @Test
    void readsMessagesOfSeveralSegments() {
        byte[] split = split(1);
        assertThat(receive(split, message(SENDER, TYPE, 2, 0), split(3))).isTrue();
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3");
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(3);
    }

    /** A message whose header and payload are in segments of their own, the payload's landing pad in yet another. */
    private static byte[] split(long sequence) {
        return Segments.message(
                Segments.segment(Segments.far(2, 0)),
                Segments.segment(Segments.far(3, 0), Segments.struct(0, 1, 0)),
                Segments.segment(
                        structPointer(0, 6, 1), word0(), SENDER, TYPE, 0, sequence, 0, Segments.doubleFar(1, 0)),
                Segments.segment(77));
    }

    @Test
    void refusesEveryTruncationOfSeveralSegments() {
        byte[] whole = split(1);
        for (int length = 1; length < whole.length; length++) {
            assertThat(receive(Arrays.copyOf(whole, length))).isFalse();
        }
        assertThat(sink.events).isEmpty();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(whole.length - 1);
    }

    @Test
    void skipsWhatItDoesNotReadAndGoesOn() {
        byte[] otherBody = message(SENDER, TYPE, 1, 0);
        otherBody[MessageLayout.WORD_0 + 6] = 99;
        byte[] otherVersion = message(SENDER, TYPE, 1, 0);
        otherVersion[MessageLayout.WORD_0 + 2] = 2;
        byte[] foreign = message(SENDER, TYPE, 1, 0);
        foreign[MessageLayout.WORD_0] = 'X';
        byte[] beyond = message(SENDER, TYPE, 1, 0);
        beyond[MessageLayout.BODY] = 0x7C;
        byte[] lostRoot = Segments.message(Segments.segment(Segments.far(2, 0)), Segments.segment(0));
        byte[] manySegments = Segments.message(new long[1000][1]);
        assertThat(receive(
                        otherBody, otherVersion, foreign, beyond, lostRoot, manySegments, message(SENDER, TYPE, 9, 0)))
                .isFalse();
        assertThat(sink.events).containsExactly("a: 9");
        assertThat(counters.get(Counter.UNKNOWN_BODY)).isEqualTo(1);
        assertThat(counters.get(Counter.OTHER_VERSION)).isEqualTo(1);
        assertThat(counters.get(Counter.FOREIGN)).isEqualTo(1);
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(3);
    }

    @Test
    void ignoresReservedBitsAndFlags() {
        byte[] flagged = message(SENDER, TYPE, 1, 0);
        flagged[MessageLayout.WORD_0 + 3] = 1;
        flagged[MessageLayout.WORD_0 + 4] = ~MessageLayout.LAST_VALUE;
        assertThat(receive(flagged)).isTrue();
        assertThat(sink.events).hasSize(1);
    }

    @Test
    void countsAnEmptyDatagram() {
        assertThat(receive()).isFalse();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(1);
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = message(SENDER, TYPE, 1, 0);
        for (int length = 1; length < whole.length; length++) {
            assertThat(receive(Arrays.copyOf(whole, length))).isFalse();
        }
        assertThat(sink.events).isEmpty();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(whole.length - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void survivesMutations(int seed) {
        Random random = new Random(seed);
        byte[] valid = concat(
                message(1, TYPE, 1, 0),
                message(2, TYPE, 5, 0),
                split(6),
                segment(structPointer(0, 5, 0), word0(), 3, TYPE, 0, 4));
        for (int round = 0; round < 50_000; round++) {
            byte[] mutated =
                    Arrays.copyOf(valid, random.nextInt(8) == 0 ? random.nextInt(valid.length + 1) : valid.length);
            for (int i = random.nextInt(6); i > 0 && mutated.length > 0; i--) {
                int at = random.nextInt(mutated.length);
                mutated[at] =
                        random.nextBoolean() ? (byte) random.nextInt() : (byte) (mutated[at] ^ 1 << random.nextInt(8));
            }
            receive(mutated);
        }
        receive(message(0x77, TYPE, 1, 0));
        assertThat(sink.events).endsWith("77: 1");
    }

    private static byte[] batch(long sequence, int items) {
        Pack pack = new Pack(0);
        for (int i = 0; i < items; i++) {
            byte[] message = Packets.unnumbered(SENDER, TYPE, i, 7);
            assertThat(pack.add(message, message.length)).isTrue();
        }
        return Arrays.copyOf(pack.bytes(), pack.finish(sequence));
    }

    @Test
    void deliversEveryMessageOfABatch() {
        assertThat(receive(batch(5, 3), message(SENDER, TYPE, 8, 0))).isTrue();
        assertThat(sink.events).containsExactly("a: 5", "a: 6", "a: 7", "a: 8");
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(4);
    }

    @Test
    void judgesTheMessagesOfABatchOneByOne() {
        receiveSequences(4, 6);
        receive(batch(5, 4));
        assertThat(sink.events).containsExactly("a: 4", "a: missing 5+1", "a: 6", "a: late 5", "a: 7", "a: 8");
        receive(batch(7, 3));
        assertThat(sink.events).endsWith("a: 8", "a: 9");
        assertThat(counters.get(Counter.DUPLICATE)).isEqualTo(3);
    }

    /** Items that all point to one large payload have no more to spend together than one message of that size. */
    @Test
    void pointersThatShareAPayloadShareABudget() {
        int payloadWords = 6_000;
        int items = 1_000;
        long[] words = new long[8 + payloadWords + 1 + 2 * items];
        words[0] = structPointer(0, 6, 1);
        words[1] = word0() | 1L << 48;
        words[2] = SENDER;
        words[3] = TYPE;
        words[5] = 1;
        int list = 8 + payloadWords;
        words[7] = 1 | 7L << 32 | (long) payloadWords << 2 | 2L * items << 35;
        words[list] = (long) items << 2 | 1L << 32 | 1L << 48;
        for (int i = 0; i < items; i++) {
            int pointer = list + 2 + 2 * i;
            words[pointer] = (long) (8 - pointer - 1) << 2 & 0xFFFF_FFFFL | (long) payloadWords << 32;
        }
        receive(segment(words));
        // Eight times the segment is there to be spent.
        assertThat(sink.events).hasSizeBetween(5, 20);
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(items - sink.events.size());
    }

    @Test
    void refusesABatchOfNothingOrOfTooMuch() {
        byte[] batch = batch(1, 2);
        int tag = MessageLayout.CONTENT + 2 * Long.BYTES;
        byte[] empty = batch.clone();
        empty[tag] = 0;
        assertThat(receive(empty)).isFalse();
        byte[] noList = batch.clone();
        noList[MessageLayout.BODY] &= ~3;
        assertThat(receive(noList)).isFalse();
        assertThat(sink.events).isEmpty();
        assertThat(counters.get(Counter.MALFORMED)).isEqualTo(2);
    }

    private InboundType type() {
        return Objects.requireNonNull(types.get(TYPE));
    }

    @Test
    void whatASenderSaysItHasPublishedIsMissedUnlessItCame() {
        receiveSequences(1, 2);
        inbound.expect(type(), TYPE, SENDER, 2);
        inbound.expect(type(), TYPE, SENDER, 5);
        inbound.expect(type(), TYPE, SENDER, 5);
        receiveSequences(4, 6);
        assertThat(sink.events)
                .containsExactly(
                        "a: 1",
                        "a: 2",
                        "a: known 2",
                        "a: missing 3+3",
                        "a: known 5",
                        "a: known 5",
                        "a: late 4",
                        "a: 6");
        assertThat(counters.get(Counter.MISSING)).isEqualTo(3);
    }

    @Test
    void aSenderThatIsKnownBeforeItIsHeardMissesNothing() {
        inbound.expect(type(), TYPE, SENDER, 0);
        receiveSequences(3);
        inbound.expect(type(), TYPE, 0xB, 7);
        receive(message(0xB, TYPE, 9, 0));
        assertThat(sink.events)
                .containsExactly("a: known 0", "a: missing 1+2", "a: 3", "b: known 7", "b: missing 8+1", "b: 9");
    }

    @Test
    void anAbsurdLastSequenceIsNotBelieved() {
        receiveSequences(1);
        inbound.expect(type(), TYPE, SENDER, Long.MAX_VALUE);
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: known 1", "a: 2");
    }

    @Test
    void ignoresASenderThatMeansAnotherType() {
        receiveSequences(1);
        inbound.ignore(type(), SENDER);
        receiveSequences(2);
        inbound.expect(type(), TYPE, SENDER, 9);
        receive(message(0xB, TYPE, 1, 0));
        assertThat(sink.events).containsExactly("a: 1", "b: 1");
        assertThat(counters.get(Counter.CONFLICTING)).isEqualTo(1);
        sink.events.clear();
        inbound.heed(type(), SENDER);
        receiveSequences(3);
        assertThat(sink.events).containsExactly("a: missing 2+1", "a: 3");
    }
}
