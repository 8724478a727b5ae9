package org.domaintypesystem.schema.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.schema.SchemaFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change that there is. A file in {@code resources/compatibility} says what happens, has files before and after it,
 * and below them each change with its line in a report; the system property {@code dts.golden.update} writes the changes
 * anew.
 */
class SchemaComparerTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "compatibility");

    static Stream<String> allowed() {
        return cases("allowed");
    }

    static Stream<String> risky() {
        return cases("risky");
    }

    static Stream<String> forbidden() {
        return cases("forbidden");
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void harmlessChange(String name) {
        assertThat(changesOf(name)).noneMatch(Compatibility.FULL::refuses).noneMatch(Compatibility.FULL::warnsOf);
    }

    @ParameterizedTest
    @MethodSource("risky")
    void riskyChange(String name) {
        assertThat(changesOf(name)).noneMatch(Compatibility.FULL::refuses).anyMatch(Compatibility.FULL::warnsOf);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void forbiddenChange(String name) {
        assertThat(changesOf(name)).anyMatch(Compatibility.FULL::refuses).noneMatch(Compatibility.NONE::refuses);
    }

    private static List<SchemaChange> changesOf(String name) {
        ChangeCase text = ChangeCase.read(FOLDER.resolve(name));
        List<SchemaFile> before = text.before();
        List<SchemaFile> after = text.after();
        List<SchemaChange> changes = SchemaComparer.compare(before, after);
        String report = changes.stream().map(SchemaComparerTest::shown).collect(Collectors.joining());
        text.expect(report);
        assertThat(SchemaComparer.compare(before, before)).isEmpty();
        List<SchemaChange> ofDeclarations = changes.stream()
                .filter(change -> change.rule() != Rule.TYPE_ADDED && change.rule() != Rule.TYPE_REMOVED)
                .toList();
        assertThat(SchemaComparer.compare(text.schemaBefore(), text.schemaAfter()))
                .as("of all that can be reached from the first file")
                .isEqualTo(ofDeclarations);
        if (before.size() == 1 && after.size() == 1) {
            assertThat(SchemaComparer.compare(before.get(0), after.get(0)))
                    .as("of the file alone")
                    .isEqualTo(ofDeclarations);
        }
        return changes;
    }

    private static String shown(SchemaChange change) {
        String severity = Compatibility.FULL.refuses(change)
                ? "error: "
                : Compatibility.FULL.warnsOf(change) ? "warning: " : "harmless: ";
        return severity + change + '\n';
    }

    private static Stream<String> cases(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> folder + '/' + file.getFileName()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
