package org.domaintypesystem.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.nodes.NodesWriter;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.ToolJson;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.ExternalTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in C++, built from the generated schemas, reads what we write, and we read what it writes. */
class CppPeerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/sources/brewery");
    private static final Path CPP = Path.of("src/test/resources/cpp");

    private static final String BATCHES = """
            package brewery;

            import java.time.Instant;
            import java.util.List;

            public class Batches {
                public static Batch example() {
                    Batch.Step wash = new Batch.Step("wash", 20);
                    Batch.Step steam = new Batch.Step("蒸", 55);
                    return new Batch(
                            true, (byte) -128, (short) 7, 'A', 100, 12_000, 4.5f, 1.04, PumpState.COLD_CRASH,
                            Instant.ofEpochSecond(1_700_000_000), "純米", new byte[] {1, -1}, new int[] {3, 4}, wash,
                            List.of(wash, steam), List.of(PumpState.RUNNING, PumpState.STOPPED), List.of("a", ""),
                            List.of(8, 9), List.of(true, false, true), List.of(Instant.EPOCH),
                            List.of(List.of(steam), List.of()), List.of(new double[] {1.5, -2}));
                }
            }
            """;

    @Test
    @Tag("capnp")
    void messagesGoThereAndBack(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        Compiled compiled = compile();
        Object sent = compiled.load("brewery.Batches").getMethod("example").invoke(null);
        Codec<Object> codec = compiled.codecOf(sent.getClass());

        byte[] answer = build(compiled, "peer.c++", folder).run(encode(codec, sent));

        assertThat(ToolJson.of(codec.decode(answer, 0, answer.length)))
                .isEqualTo(next(ToolJson.of(sent).getAsJsonObject()));
    }

    @Test
    @Tag("capnp")
    void whatItSpreadsOverManySegmentsIsRead(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        Compiled compiled = compile();
        Object sent = compiled.load("brewery.Batches").getMethod("example").invoke(null);
        Codec<Object> codec = compiled.codecOf(sent.getClass());

        byte[] answer = build(compiled, "segments.c++", folder).run(encode(codec, sent));

        ByteBuffer words = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        int segments = words.getInt(0) + 1;
        assertThat(segments).isBetween(20, 60);
        assertThat(IntStream.range(segments / 2 + 1, answer.length / 8)
                        .mapToLong(i -> words.getLong(i * 8))
                        .filter(word -> (word & 7) == 6 && word >>> 32 < segments))
                .as("double-far pointers, and what may look like one")
                .hasSizeGreaterThan(4);
        assertThat(Content.of(codec.decode(answer, 0, answer.length))).isEqualTo(Content.of(sent));
    }

    /** Cap'n Proto's own loader takes nothing that is not sound, and knows the type then as if it had been compiled. */
    @Test
    @Tag("capnp")
    void whatWasBuiltWithoutASchemaReadsByTheOneThatTravels(@TempDir Path folder)
            throws IOException, ReflectiveOperationException {
        Compiled compiled = compile();
        Object sent = compiled.load("brewery.Batches").getMethod("example").invoke(null);
        Codec<Object> codec = compiled.codecOf(sent.getClass());
        byte[] schema = NodesWriter.message(codec.type().schema());
        byte[] message = encode(codec, sent);
        byte[] both = Arrays.copyOf(schema, schema.length + message.length);
        System.arraycopy(message, 0, both, schema.length, message.length);

        byte[] told = build(compiled, "stranger.c++", folder)
                .run(both, TypeIds.hex(codec.type().typeId()));

        assertThat(new String(told, UTF_8))
                .contains("蒸")
                .isEqualTo(new String(
                        CapnpTool.in(folder)
                                .run(message, "decode", "--quiet", "--short", "-I.", "brewery/Batch.capnp", "Batch"),
                        UTF_8));
    }

    private static Compiled compile() throws IOException {
        return Compiled.strictly(Map.of(
                "brewery.Batch", Files.readString(GOLDEN.resolve("Batch.java")),
                "brewery.PumpState", Files.readString(GOLDEN.resolve("PumpState.java")),
                "brewery.Batches", BATCHES));
    }

    private static byte[] encode(Codec<Object> codec, Object value) {
        byte[] buffer = new byte[4096];
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }

    private static ExternalTool build(Compiled compiled, String program, Path folder) throws IOException {
        compiled.writeSchemas(folder);
        List<String> schemas = List.of("brewery/Batch.capnp", "brewery/BatchStep.capnp", "brewery/PumpState.capnp");
        CapnpTool.in(folder).compile("c++", schemas);
        Files.copy(CPP.resolve(program), folder.resolve("peer.c++"));
        ExternalTool.in(folder, "g++")
                .run(
                        new byte[0],
                        "-std=c++17",
                        "-I.",
                        "-o",
                        "peer",
                        "peer.c++",
                        "brewery/Batch.capnp.c++",
                        "brewery/BatchStep.capnp.c++",
                        "brewery/PumpState.capnp.c++",
                        "-lcapnp",
                        "-lkj");
        return ExternalTool.in(folder, folder.resolve("peer").toString());
    }

    /** What the peer makes of it. */
    private static JsonObject next(JsonObject batch) {
        batch.addProperty("active", false);
        batch.addProperty("level", 127);
        batch.addProperty("tank", 6);
        batch.addProperty("grade", (int) 'B');
        batch.addProperty("number", 200);
        batch.addProperty("liters", "24000");
        batch.addProperty("ph", 9.0);
        batch.addProperty("gravity", 2.08);
        batch.addProperty("pump", "running");
        batch.addProperty("started", "1700000000000000001");
        batch.addProperty("name", "純米 II");
        JsonObject step = new JsonObject();
        step.addProperty("what", "pressed by C++");
        step.addProperty("minutes", 9);
        JsonArray steps = batch.getAsJsonArray("steps");
        steps.add(step);
        return batch;
    }
}
