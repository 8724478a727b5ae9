package org.domaintypesystem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.domaintypesystem.codec.Segments.capability;
import static org.domaintypesystem.codec.Segments.doubleFar;
import static org.domaintypesystem.codec.Segments.far;
import static org.domaintypesystem.codec.Segments.list;
import static org.domaintypesystem.codec.Segments.message;
import static org.domaintypesystem.codec.Segments.segment;
import static org.domaintypesystem.codec.Segments.struct;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SegmentJoinerTest {
    /** The text "Hi". */
    private static final long HI = 'H' | 'i' << 8;

    private static final long HI_POINTER = list(0, ElementSize.BYTE, 3);

    /** A struct of the number 7 and the text "Hi", in every way to lay that out. */
    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("near", message(segment(struct(0, 1, 1), 7, HI_POINTER, HI), segment())),
                Arguments.of("far root", message(segment(far(1, 0)), segment(struct(0, 1, 1), 7, HI_POINTER, HI))),
                Arguments.of(
                        "far root, pad behind",
                        message(segment(far(1, 3)), segment(7, HI_POINTER, HI, struct(-4, 1, 1)))),
                Arguments.of("far text", message(segment(struct(0, 1, 1), 7, far(1, 1)), segment(99, HI_POINTER, HI))),
                Arguments.of(
                        "far into its own segment",
                        message(segment(struct(0, 1, 1), 7, far(0, 3), HI_POINTER, HI), segment())),
                Arguments.of(
                        "far back",
                        message(segment(far(1, 0), HI_POINTER, HI), segment(struct(0, 1, 1), 7, far(0, 1)))),
                Arguments.of(
                        "double-far root",
                        message(
                                segment(doubleFar(1, 0)),
                                segment(far(2, 1), struct(0, 1, 1)),
                                segment(98, 7, HI_POINTER, HI))),
                Arguments.of(
                        "double-far text",
                        message(
                                segment(struct(0, 1, 1), 7, doubleFar(2, 1)),
                                segment(98, 99, HI),
                                segment(97, far(1, 2), HI_POINTER))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void readsEveryLayout(String name, byte[] message) {
        byte[] buffer = new byte[message.length + 11];
        Arrays.fill(buffer, (byte) 0x55);
        System.arraycopy(message, 0, buffer, 5, message.length);
        WireReader in = new WireReader();
        long root = in.message(buffer, 5, buffer.length - 5);
        assertThat(in.int64(root, 0)).isEqualTo(7);
        assertThat(in.text(root, 0)).isEqualTo("Hi");
        assertThat(SegmentJoiner.join(message, 0, message.length))
                .isEqualTo(message(segment(struct(0, 1, 1), 7, HI_POINTER, HI)));
    }

    @Test
    void followsPointersInsideOfLists() {
        byte[] message = message(
                segment(struct(0, 0, 2), far(1, 0), doubleFar(3, 0)),
                // Two structs of a number and a text.
                segment(list(0, ElementSize.COMPOSITE, 4), struct(2, 1, 1), 7, far(2, 0), 8, far(3, 2)),
                segment(HI_POINTER, HI, list(1, ElementSize.BYTE, 2), 'y', 'x', far(0, 0), 0, HI_POINTER, HI),
                // A list of two pointers that lies in segment 4, and the text "x".
                segment(far(4, 0), list(0, ElementSize.POINTER, 2), list(0, ElementSize.BYTE, 2), 'x'),
                segment(doubleFar(5, 0), 0),
                segment(far(2, 3), list(0, ElementSize.BYTE, 2)));
        WireReader in = new WireReader();
        long root = in.message(message, 0, message.length);
        long structs = in.structList(root, 0);
        assertThat(in.count(structs)).isEqualTo(2);
        assertThat(in.int64(in.element(structs, 0), 0)).isEqualTo(7);
        assertThat(in.text(in.element(structs, 0), 0)).isEqualTo("Hi");
        assertThat(in.int64(in.element(structs, 1), 0)).isEqualTo(8);
        assertThat(in.text(in.element(structs, 1), 0)).isEqualTo("x");
        long texts = in.list(root, 1, ElementSize.POINTER);
        assertThat(in.count(texts)).isEqualTo(2);
        assertThat(in.text(in.element(texts, 0), 0)).isEqualTo("y");
        assertThat(in.text(in.element(texts, 1), 0)).isNull();
    }

    @Test
    void tellsNothingFromNull() {
        byte[] message = message(
                segment(struct(0, 0, 3), far(1, 0), far(1, 1), 0),
                segment(struct(-1, 0, 0), list(0, ElementSize.BYTE, 0)));
        byte[] joined = SegmentJoiner.join(message, 0, message.length);
        assertThat(joined)
                .isEqualTo(message(segment(struct(0, 0, 3), struct(-1, 0, 0), list(1, ElementSize.BYTE, 0), 0)));
    }

    @Test
    void takesOutWhatAPointerLeadsTo() {
        byte[] whole = message(segment(5, 7, HI_POINTER, HI, struct(-4, 1, 1), struct(-4, 1, 1)));
        byte[] buffer = new byte[whole.length + 3];
        System.arraycopy(whole, Framing.BYTES, buffer, 3, whole.length - Framing.BYTES);
        int pointer = 3 + 4 * Long.BYTES;
        assertThat(SegmentJoiner.extract(buffer, 3, 3 + whole.length - Framing.BYTES, pointer))
                .isEqualTo(message(segment(struct(0, 1, 1), 7, HI_POINTER, HI)));
        assertThat(SegmentJoiner.extract(buffer, 3, pointer + Long.BYTES, pointer))
                .isEqualTo(message(segment(struct(0, 1, 1), 7, HI_POINTER, HI)));
        assertThatThrownBy(() ->
                        SegmentJoiner.extract(buffer, 3 + 2 * Long.BYTES, 3 + whole.length - Framing.BYTES, pointer))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void aMessageWithoutRootIsOneOfDefaults() {
        byte[] message = message(segment(0), segment(1, 2, 3));
        assertThat(new WireReader().message(message, 0, message.length)).isEqualTo(WireReader.ABSENT);
    }

    static Stream<Arguments> refused() {
        long[] any = segment(0, 0, 0, 0);
        return Stream.of(
                Arguments.of("no root", message(segment(), any)),
                Arguments.of("segment too far", message(segment(far(2, 0)), any)),
                Arguments.of("segment -1", message(segment(far(-1, 0)), any)),
                Arguments.of("pad behind the segment", message(segment(far(1, 4)), any)),
                Arguments.of("pad far away", message(segment(far(1, 0x1FFF_FFFF)), any)),
                Arguments.of("pad 2^28 words away", message(segment(far(1, 1 << 28)), segment(struct(0, 1, 0), 7))),
                Arguments.of("half a pad", message(segment(doubleFar(1, 3)), any)),
                Arguments.of("far to far", message(segment(far(1, 0)), segment(far(0, 0), 0))),
                Arguments.of("double-far to near", message(segment(doubleFar(1, 0)), segment(struct(1, 1, 0), 0, 0))),
                Arguments.of(
                        "double-far to double-far", message(segment(doubleFar(1, 0)), segment(doubleFar(1, 0), 0))),
                Arguments.of("far tag", message(segment(doubleFar(1, 0)), segment(far(1, 0), far(1, 0)))),
                Arguments.of("content before the segment", message(segment(far(1, 0)), segment(struct(-2, 1, 0), 0))),
                Arguments.of("content behind the segment", message(segment(far(1, 0)), segment(struct(0, 2, 0), 0))),
                Arguments.of("into the next segment", message(segment(struct(0, 0, 1)), segment(0), segment(0))),
                Arguments.of("the longest list", message(segment(far(1, 0)), segment(list(0, 5, 0x1FFF_FFFF), 0))),
                Arguments.of(
                        "tag of more than the list",
                        message(segment(far(1, 0)), segment(list(0, 7, 1), struct(0x1FFF_FFFF, 0xFFFF, 0xFFFF), 0))),
                Arguments.of("tag of a list", message(segment(far(1, 0)), segment(list(0, 7, 1), list(1, 0, 0), 0))),
                Arguments.of("capability", message(segment(far(1, 0)), segment(struct(0, 0, 1), capability(0)))),
                Arguments.of("far capability", message(segment(far(1, 0)), segment(capability(0)))),
                Arguments.of("itself again", message(segment(struct(0, 0, 1), struct(-1, 0, 1)), segment())),
                Arguments.of(
                        "itself again, from afar",
                        message(segment(far(1, 0)), segment(struct(0, 0, 2), far(1, 0), far(1, 0)))),
                Arguments.of("too many segments", message(new long[SegmentJoiner.MAX_SEGMENTS + 1][1])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String name, byte[] message) {
        assertThatThrownBy(() -> SegmentJoiner.join(message, 0, message.length)).isInstanceOf(DecodeException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 29, 1 << 28, 1 << 26})
    void refusesAbsurdTables(int number) {
        byte[] message = message(segment(0, 0), segment(0, 0));
        LittleEndian.INT.set(message, 0, number);
        assertThatThrownBy(() -> SegmentJoiner.join(message, 0, message.length)).isInstanceOf(DecodeException.class);
        LittleEndian.INT.set(message, 0, 1);
        for (int at : new int[] {4, 8}) {
            byte[] absurd = message.clone();
            LittleEndian.INT.set(absurd, at, number);
            assertThatThrownBy(() -> SegmentJoiner.join(absurd, 0, absurd.length))
                    .isInstanceOf(DecodeException.class);
        }
    }

    @Test
    void refusesEveryTruncation() {
        layouts().map(layout -> (byte[]) layout.get()[1]).forEach(message -> {
            for (int length = 0; length < message.length; length++) {
                byte[] truncated = Arrays.copyOf(message, length);
                assertThatThrownBy(() -> SegmentJoiner.join(truncated, 0, truncated.length))
                        .isInstanceOf(DecodeException.class);
            }
        });
    }

    @Test
    void readsAsManySegmentsAsAreAllowed() {
        long[][] segments = new long[SegmentJoiner.MAX_SEGMENTS][];
        for (int i = 0; i < segments.length - 1; i++) {
            segments[i] = i == 0 ? segment(far(1, 0)) : segment(struct(0, 0, 1), far(i + 1, 0));
        }
        segments[segments.length - 1] = segment(struct(0, 1, 0), 7);
        byte[] message = message(segments);
        WireReader in = new WireReader();
        long struct = in.message(message, 0, message.length);
        for (int i = 2; i < segments.length; i++) {
            struct = in.struct(struct, 0);
        }
        assertThat(in.int64(struct, 0)).isEqualTo(7);
    }

    @Test
    void depthTakesNoStack() {
        int depth = 1_000_000;
        long[] chain = new long[depth];
        Arrays.fill(chain, struct(0, 0, 1));
        chain[depth - 1] = 0;
        byte[] message = message(chain, segment());
        assertThat(SegmentJoiner.join(message, 0, message.length)).isEqualTo(message(chain));
    }

    /** Each list holds pointers to the next one: followed one by one, they would lead to a billion texts. */
    @Test
    void pointersToTheSamePlaceDoNotMultiply() {
        int fanOut = 1000;
        long[][] segments = new long[4][fanOut + 1];
        for (int i = 0; i < 3; i++) {
            Arrays.fill(segments[i], far(i + 1, 0));
            segments[i][0] = list(0, ElementSize.POINTER, fanOut);
        }
        segments[3] = segment(HI_POINTER, HI);
        byte[] message = message(segment(far(1, 0)), segments[0], segments[1], segments[2], segments[3]);
        assertThatThrownBy(() -> SegmentJoiner.join(message, 0, message.length))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("again and again");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void garbageIsRefusedOrJoined(long seed) {
        Random random = new Random(seed);
        int joined = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] message =
                    message(randomSegment(random), randomSegment(random), randomSegment(random), randomSegment(random));
            try {
                byte[] copy = SegmentJoiner.join(message, 0, message.length);
                assertThat(copy).hasSizeLessThanOrEqualTo(message.length);
                assertThat(SegmentJoiner.join(copy, 0, copy.length))
                        .as("of one segment, and complete")
                        .isEqualTo(copy);
                joined++;
            } catch (DecodeException expected) {
                // What most of it deserves.
            }
        }
        assertThat(joined).isBetween(1000, 49_000);
    }

    private static long[] randomSegment(Random random) {
        return random.longs(1 + random.nextInt(12))
                .map(bits -> randomWord(random))
                .toArray();
    }

    private static long randomWord(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> struct(random.nextInt(-3, 6), random.nextInt(3), random.nextInt(3));
            case 1 -> list(random.nextInt(-3, 6), random.nextInt(8), random.nextInt(5));
            case 2 -> far(random.nextInt(4), random.nextInt(8));
            case 3 -> doubleFar(random.nextInt(4), random.nextInt(8));
            case 4 -> random.nextLong();
            default -> 0;
        };
    }
}
