package org.domaintypesystem.capnproto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brewery.Recipe;
import brewery.Recipe.Step;
import brewery.RecipeCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.capnproto.AnyPointer;
import org.capnproto.ArrayInputStream;
import org.capnproto.BuilderArena;
import org.capnproto.MessageBuilder;
import org.capnproto.SerializePacked;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packed streams go round, and to other implementations and back. A failure names the type. */
@Timeout(120)
class PackedStreamTest {
    private static final int VALUES = 20;

    private static RandomTypes types;
    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        types = RandomTypes.of(255, 5, 25);
        compiled = Compiled.strictly(types.sources());
    }

    @Test
    void valuesComeBackOneAfterTheOther() throws IOException {
        for (String name : types.records()) {
            Codec<Object> codec = codecOf(name);
            byte[] packed = pack(codec, values(name));
            assertThat(read(codec, new ByteArrayInputStream(packed))).as(name).isEqualTo(contents(values(name)));
            assertThat(read(codec, new Trickle(packed)))
                    .as("%s, one byte at a time", name)
                    .isEqualTo(contents(values(name)));
        }
    }

    @Test
    void channelsServeToo() throws IOException {
        Recipe recipe = new Recipe("koji", 7, Instant.EPOCH, List.of(new Step("wash", 20)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PackedOutput<Recipe> out = new PackedOutput<>(RecipeCodec.INSTANCE, Channels.newChannel(bytes))) {
            out.write(recipe);
            out.write(recipe);
        }
        try (PackedInput<Recipe> in = new PackedInput<>(
                RecipeCodec.INSTANCE, Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray())))) {
            assertThat(in.read()).isEqualTo(recipe);
            assertThat(in.read()).isEqualTo(recipe);
            assertThat(in.read()).isNull();
            assertThat(in.read()).isNull();
        }
    }

    /** Runs longer than the 255 words that a number can tell, of either kind, and of neither. */
    @Test
    void longRunsGoRound() throws IOException {
        for (String unit : List.of("\0", "x", "x\0", "12345678\0\0\0\0\0\0\0\0", "1234567\0", "\0\0\0\0\0\0\0\0x")) {
            for (int words : new int[] {1, 254, 255, 256, 257, 511, 512, 513, 10_000}) {
                Recipe recipe = new Recipe(unit.repeat(words), words, Instant.EPOCH, List.of());
                byte[] packed = pack(RecipeCodec.INSTANCE, List.of(recipe, recipe));
                assertThat(read(RecipeCodec.INSTANCE, new ByteArrayInputStream(packed)))
                        .isEqualTo(contents(List.of(recipe, recipe)));
            }
        }
    }

    @Test
    void zerosTakeNoSpace() throws IOException {
        Recipe recipe = new Recipe("\0".repeat(1 << 20), 0, Instant.EPOCH, null);
        assertThat(pack(RecipeCodec.INSTANCE, List.of(recipe))).hasSizeLessThan(1 << 11);
    }

    @Test
    void capnprotoJavaReadsWhatWeWriteAndWeReadWhatItWrites() throws IOException {
        for (String name : types.records()) {
            Codec<Object> codec = codecOf(name);
            CapnprotoBridge<Object> bridge = CapnprotoBridge.of(codec);
            ArrayInputStream theirs = new ArrayInputStream(ByteBuffer.wrap(pack(codec, values(name))));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Object value : values(name)) {
                assertThat(Content.of(bridge.from(SerializePacked.read(theirs))))
                        .as(name)
                        .isEqualTo(Content.of(value));
                MessageBuilder several = new MessageBuilder(20, BuilderArena.AllocationStrategy.FIXED_SIZE);
                several.setRoot(AnyPointer.factory, bridge.toReader(value).getRoot(AnyPointer.factory));
                if (several.getSegmentsForOutput().length > 500) {
                    several = bridge.toBuilder(value);
                }
                SerializePacked.writeToUnbuffered(Channels.newChannel(bytes), several);
            }
            assertThat(read(codec, new ByteArrayInputStream(bytes.toByteArray())))
                    .as(name)
                    .isEqualTo(contents(values(name)));
        }
    }

    @Test
    @Tag("capnp")
    void theToolPacksTheSameBytes(@TempDir Path folder) throws IOException {
        CapnpTool tool = CapnpTool.in(folder);
        for (String name : types.records()) {
            Codec<Object> codec = codecOf(name);
            List<Object> values = values(name).stream()
                    .filter(value -> encode(codec, value).length < 8_000)
                    .toList();
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            values.forEach(value -> plain.writeBytes(encode(codec, value)));
            byte[] packed = pack(codec, values);
            assertThat(tool.run(plain.toByteArray(), "convert", "--quiet", "binary:packed"))
                    .as(name)
                    .isEqualTo(packed);
            assertThat(tool.run(packed, "convert", "--quiet", "packed:binary"))
                    .as(name)
                    .isEqualTo(plain.toByteArray());
        }
    }

    @Test
    @Tag("capnp")
    void theToolPrintsWhatWeWriteAndWeReadWhatItPacks(@TempDir Path folder) throws IOException {
        int compared = 0;
        compiled.writeSchemas(folder);
        CapnpTool tool = CapnpTool.in(folder);
        for (String name : types.records()) {
            Codec<Object> codec = codecOf(name);
            String file = name.replace('.', '/') + ".capnp";
            String type = name.substring(name.lastIndexOf('.') + 1);
            List<Object> values = IntStream.range(0, 50)
                    .mapToObj(seed -> RandomValues.forText(seed).value(compiled.load(name)))
                    .filter(value -> encode(codec, value).length < 800)
                    .limit(3)
                    .toList();
            if (values.isEmpty()) {
                continue;
            }
            compared += values.size();
            byte[] text = tool.run(pack(codec, values), "decode", "--packed", "--quiet", "-I.", file, type);
            byte[] packed = tool.run(text, "encode", "--packed", "-I.", file, type);
            assertThat(read(codec, new ByteArrayInputStream(packed)).toString())
                    .as(new String(text, UTF_8))
                    .isEqualTo(contents(values)
                            .toString()
                            // The tool prints a negative zero as -0 and reads that as an integer.
                            .replace("float " + Integer.MIN_VALUE, "float 0")
                            .replace("double " + Long.MIN_VALUE, "double 0"));
        }
        assertThat(compared).isGreaterThan(types.records().size());
    }

    @Test
    void whatCannotBeWrittenLeavesNoTrace() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedOutput<Recipe> out = new PackedOutput<>(RecipeCodec.INSTANCE, bytes);
        Recipe recipe = new Recipe("x".repeat(100_000), 1, Instant.EPOCH, List.of());
        out.write(recipe);
        assertThatThrownBy(() -> out.write(new Recipe("y".repeat(100_000), 1, null, List.of())))
                .isInstanceOf(EncodeException.class);
        out.write(recipe);
        assertThat(read(RecipeCodec.INSTANCE, new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(contents(List.of(recipe, recipe)));
    }

    private static Codec<Object> codecOf(String name) {
        return compiled.codecOf(compiled.load(name));
    }

    private static List<Object> values(String name) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            values.add(RandomValues.of(i).value(compiled.load(name)));
        }
        return values;
    }

    private static List<String> contents(List<?> values) {
        return values.stream().map(Content::of).toList();
    }

    static <T> byte[] pack(Codec<T> codec, List<? extends T> values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PackedOutput<T> out = new PackedOutput<>(codec, bytes)) {
            for (T value : values) {
                out.write(value);
            }
        }
        return bytes.toByteArray();
    }

    private static <T> List<String> read(Codec<T> codec, InputStream stream) throws IOException {
        List<String> contents = new ArrayList<>();
        try (PackedInput<T> in = new PackedInput<>(codec, stream)) {
            for (T value = in.read(); value != null; value = in.read()) {
                contents.add(Content.of(value));
            }
        }
        return contents;
    }

    private static byte[] encode(Codec<Object> codec, Object value) {
        byte[] buffer = new byte[1 << 17];
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }

    /** A stream that has one byte at a time. */
    private static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] out, int offset, int length) {
            return super.read(out, offset, Math.min(1, length));
        }
    }
}
