package org.domaintypesystem.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.testing.SampleSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that were a schema once, and such as fuzzers have found. */
class NodesFuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz/nodes");
    private static final int SEEDS = Integer.getInteger("dts.seeds", 20);
    private static final int MUTANTS = 1_000;

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void corpusIsReadOrRefused(Path file) throws IOException {
        assertThat(NodesFuzzer.accepts(Files.readAllBytes(file)))
                .isEqualTo(file.getFileName().toString().startsWith("schema"));
    }

    @Test
    void whatWasChangedIsTheSameSchemaOrRefused() {
        List<byte[]> inputs = new ArrayList<>();
        for (Schema schema : Declarations.schemas(SampleSchemas.ALL)) {
            add(schema, inputs);
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            add(Declarations.random(seed).get(0), inputs);
        }
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(NodesFuzzer.accepts(inputs.get(i))).isTrue();
            Random random = new Random(i);
            for (int mutant = 0; mutant < MUTANTS; mutant++) {
                if (NodesFuzzer.accepts(mutant(inputs.get(i), random))) {
                    accepted++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(accepted).isPositive();
        assertThat(refused).isGreaterThan(accepted);
    }

    private static void add(Schema schema, List<byte[]> inputs) {
        if (schema.root() instanceof Node.StructNode) {
            inputs.add(NodesFuzzer.input(
                    schema.root().id(), SchemaFingerprint.schemaId(schema), NodesWriter.message(schema)));
        }
    }

    /** One to three changes of the message; its ids stay. */
    private static byte[] mutant(byte[] input, Random random) {
        byte[] mutant = input.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            ByteBuffer words = ByteBuffer.wrap(mutant).order(ByteOrder.LITTLE_ENDIAN);
            int word = 2 * Long.BYTES + random.nextInt(mutant.length / Long.BYTES - 2) * Long.BYTES;
            int other = 2 * Long.BYTES + random.nextInt(mutant.length / Long.BYTES - 2) * Long.BYTES;
            switch (random.nextInt(6)) {
                case 0 -> mutant[word + random.nextInt(Long.BYTES)] = (byte) random.nextInt();
                case 1 -> words.putLong(word, words.getLong(word) ^ 1L << random.nextInt(Long.SIZE));
                case 2 -> words.putLong(word, words.getLong(other));
                case 3 -> words.putLong(word, words.getLong(word) + (random.nextInt(9) - 4) * 4L);
                case 4 -> words.putLong(word, random.nextBoolean() ? 0 : -1);
                default -> {
                    if (random.nextInt(10) == 0) {
                        return Arrays.copyOf(mutant, word);
                    }
                    words.putInt(word + Integer.BYTES, random.nextInt(64) << random.nextInt(26));
                }
            }
        }
        return mutant;
    }
}
