package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Datagrams that other nodes have sent, and such as fuzzers have found. */
class NodeFuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz/node");
    private static final Pattern COUNTED = Pattern.compile("(\\w+)=[1-9]");

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void nothingComesOfItButValuesAndCounters(Path file) throws IOException {
        assertThat(NodeFuzzer.counters(Files.readAllBytes(file)).receiving().datagrams())
                .isPositive();
    }

    /** What a fuzzer begins with, and what shows that these are not noise. */
    @Test
    void togetherTheyGoEverywhere() throws IOException {
        Set<String> counted = new TreeSet<>();
        for (Path file : corpus()) {
            String counters = NodeFuzzer.counters(Files.readAllBytes(file)).toString();
            COUNTED.matcher(counters)
                    .results()
                    .map(MatchResult::group)
                    .forEach(each -> counted.add(each.split("=")[0]));
        }
        assertThat(counted)
                .contains(
                        "accepted",
                        "answered",
                        "awaited",
                        "conflicting",
                        "control",
                        "duplicates",
                        "fragments",
                        "foreign",
                        "implausible",
                        "late",
                        "malformed",
                        "missing",
                        "otherVersion",
                        "refusedSchemas",
                        "stale",
                        "undecodable",
                        "unknownBody");
    }
}
