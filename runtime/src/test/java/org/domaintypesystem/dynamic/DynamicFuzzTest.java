package org.domaintypesystem.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and messages such as fuzzers have found. */
class DynamicFuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz/dynamic");

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    /** The names of values begin with {@code value}, of messages that are refused with {@code message}. */
    @ParameterizedTest
    @MethodSource("corpus")
    void corpusIsReadOrRefused(Path file) throws IOException {
        String name = file.getFileName().toString();
        DynamicFuzzer.Outcome outcome = DynamicFuzzer.outcome(Files.readAllBytes(file));
        assertThat(outcome == DynamicFuzzer.Outcome.VALUE).isEqualTo(name.startsWith("value"));
        assertThat(outcome == DynamicFuzzer.Outcome.NO_MESSAGE).isEqualTo(name.startsWith("message"));
    }
}
