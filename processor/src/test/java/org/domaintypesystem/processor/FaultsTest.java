package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources that cannot be taken. The line that an error must be at holds its text behind {@code // fault:}; there are no
 * other errors.
 */
class FaultsTest {
    private static final Path SOURCES = Path.of("src/test/resources/faults");
    private static final String MARK = "// fault: ";

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyFaultIsReportedAtItsLine(Path file) throws IOException {
        assertThat(errors(SourceCompiler.JAVAC, file)).containsExactlyInAnyOrderElementsOf(expected(file));
    }

    /** Where it knows the line: see {@link SourceCompiler#ECLIPSE}. */
    @ParameterizedTest
    @MethodSource("sources")
    void everyFaultIsReportedByTheEclipseCompiler(Path file) throws IOException {
        List<String> withoutLines = new ArrayList<>(expected(file));
        List<String> errors = new ArrayList<>(errors(SourceCompiler.ECLIPSE, file));
        errors.removeIf(withoutLines::remove);
        withoutLines.replaceAll(error -> error.replaceFirst("\\d+: ", "0: "));
        assertThat(errors).containsExactlyInAnyOrderElementsOf(withoutLines);
    }

    private static List<String> errors(SourceCompiler compiler, Path file) throws IOException {
        String name = "faults." + file.getFileName().toString().replace(".java", "");
        Compilation compilation =
                Compiled.compile(compiler, Map.of(name, Files.readString(file)), List.of(), new DtsProcessor());
        return compilation.errors().stream().map(FaultsTest::line).toList();
    }

    private static List<String> expected(Path file) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf(MARK);
            if (mark >= 0) {
                expected.add((i + 1) + ": " + lines.get(i).substring(mark + MARK.length()));
            }
        }
        assertThat(expected).as("faults marked in " + file).isNotEmpty();
        return expected;
    }

    private static String line(Diagnostic<?> error) {
        return error.getLineNumber() + ": " + error.getMessage(Locale.ROOT);
    }
}
