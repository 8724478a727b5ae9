package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.ExternalTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in C++, built from the generated schemas, reads what we write, and we read what it writes. */
class CppPeerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/sources/brewery");
    private static final Path PEER = Path.of("src/test/resources/cpp/peer.c++");

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
        Compiled compiled = Compiled.strictly(Map.of(
                "brewery.Batch", Files.readString(GOLDEN.resolve("Batch.java")),
                "brewery.PumpState", Files.readString(GOLDEN.resolve("PumpState.java")),
                "brewery.Batches", BATCHES));
        Object sent = compiled.load("brewery.Batches").getMethod("example").invoke(null);
        Codec<Object> codec = compiled.codecOf(sent.getClass());
        byte[] buffer = new byte[4096];
        int length = codec.encode(sent, buffer, 0, buffer.length);
        byte[] message = Arrays.copyOf(buffer, length);

        byte[] answer = build(compiled, folder).run(message);

        assertThat(Content.json(codec.decode(answer, 0, answer.length)))
                .isEqualTo(next(Content.json(sent).getAsJsonObject()));
    }

    private static ExternalTool build(Compiled compiled, Path folder) throws IOException {
        compiled.writeSchemas(folder);
        List<String> schemas = List.of("brewery/Batch.capnp", "brewery/BatchStep.capnp", "brewery/PumpState.capnp");
        CapnpTool.in(folder).compile("c++", schemas);
        Files.copy(PEER, folder.resolve("peer.c++"));
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
