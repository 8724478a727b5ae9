package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.capnproto.AnyPointer;
import org.capnproto.BuilderArena;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.Serialize;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.SegmentJoiner;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.processor.testing.ScatteredSegments;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random values of random types, in messages of several segments. A failure names the type and the seed of its value. */
@Timeout(120)
class SeveralSegmentsTest {
    private static final long SEED = 512;
    private static final int VALUES = 40;
    private static final byte[] BUFFER = new byte[1 << 20];

    private static RandomTypes types;
    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        types = RandomTypes.of(SEED, 5, 30);
        compiled = Compiled.strictly(types.sources());
    }

    @Test
    void whatIsScatteredOverSegmentsIsReadLikeTheWhole() {
        Random random = new Random(SEED);
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.of(i).value(type);
                byte[] message = encode(codec, value);
                byte[] scattered = ScatteredSegments.scatter(message, random);
                assertThat(Content.of(codec.decode(scattered, 0, scattered.length)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(Content.of(value));
                assertThat(SegmentJoiner.join(scattered, 0, scattered.length))
                        .as("%s of seed %d, as large as it was", name, i)
                        .hasSameSizeAs(message);
            }
        }
    }

    @Test
    void whatCapnprotoJavaWritesInTinySegmentsIsRead() throws IOException {
        int several = 0;
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.of(i).value(type);
                for (int segmentWords : new int[] {1, 8, 40}) {
                    byte[] copy = copyByCapnprotoJava(encode(codec, value), segmentWords);
                    int segments =
                            ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).getInt() + 1;
                    if (segments > SegmentJoiner.MAX_SEGMENTS) {
                        assertThatThrownBy(() -> codec.decode(copy, 0, copy.length))
                                .isInstanceOf(DecodeException.class)
                                .hasMessageContaining(segments + " segments");
                        continue;
                    }
                    several += segments > 1 ? 1 : 0;
                    assertThat(Content.of(codec.decode(copy, 0, copy.length)))
                            .as("%s of seed %d in segments of %d words", name, i, segmentWords)
                            .isEqualTo(Content.of(value));
                }
            }
        }
        assertThat(several).isGreaterThan(types.records().size() * VALUES);
    }

    @Test
    void mutatedMessagesAreValuesOrRefused() {
        Random random = new Random(SEED);
        int refused = 0;
        int read = 0;
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            for (int i = 0; i < 200; i++) {
                byte[] message = ScatteredSegments.scatter(
                        encode(codec, RandomValues.of(i).value(type)), random);
                for (int mutation = random.nextInt(4); mutation >= 0; mutation--) {
                    int at = random.nextInt(message.length);
                    message[at] = random.nextBoolean()
                            ? (byte) random.nextInt()
                            : (byte) (message[at] ^ 1 << random.nextInt(8));
                }
                try {
                    codec.decode(message, 0, message.length);
                    read++;
                } catch (DecodeException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
        assertThat(read).isGreaterThan(500);
    }

    @Test
    void everyTruncationIsRefused() {
        Random random = new Random(SEED);
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            byte[] message =
                    ScatteredSegments.scatter(encode(codec, RandomValues.of(1).value(type)), random);
            for (int length = 0; length < message.length; length++) {
                byte[] truncated = Arrays.copyOf(message, length);
                assertThatThrownBy(() -> codec.decode(truncated, 0, truncated.length))
                        .as("%s cut to %d of %d bytes", name, truncated.length, message.length)
                        .isInstanceOf(DecodeException.class);
            }
        }
    }

    @Test
    void viewsShowThemToo() throws ReflectiveOperationException {
        Compiled vat = Compiled.strictly(Map.of("Vat", """
                import java.util.List;
                import org.domaintypesystem.annotation.DtsType;

                @DtsType
                public record Vat(int liters, String name, List<String> marks) {
                    public static Vat example() {
                        return new Vat(7, "mash tun", List.of("one", "two"));
                    }
                }
                """));
        Class<?> type = vat.load("Vat");
        byte[] message = encode(vat.codecOf(type), type.getMethod("example").invoke(null));
        View<?> view = (View<?>) vat.load("VatView").getConstructor().newInstance();
        for (int seed = 0; seed < 20; seed++) {
            byte[] scattered = ScatteredSegments.scatter(message, new Random(seed));
            view.wrap(scattered, 0, scattered.length);
            assertThat(view.getClass().getMethod("liters").invoke(view)).isEqualTo(7);
            assertThat(view.getClass().getMethod("name").invoke(view)).hasToString("mash tun");
            assertThat(view.getClass().getMethod("marks", int.class).invoke(view, 1))
                    .hasToString("two");
        }
    }

    private static byte[] copyByCapnprotoJava(byte[] message, int segmentWords) throws IOException {
        MessageReader reader = Serialize.read(Channels.newChannel(new ByteArrayInputStream(message)));
        MessageBuilder builder = new MessageBuilder(segmentWords, BuilderArena.AllocationStrategy.FIXED_SIZE);
        builder.setRoot(AnyPointer.factory, reader.getRoot(AnyPointer.factory));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Serialize.write(Channels.newChannel(out), builder);
        return out.toByteArray();
    }

    private static byte[] encode(Codec<Object> codec, Object value) {
        return Arrays.copyOf(BUFFER, codec.encode(value, BUFFER, 0, BUFFER.length));
    }
}
