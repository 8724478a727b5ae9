package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is generated, byte by byte. With {@code -Ddts.golden.update=true} the expected files are written anew, to be read
 * before they are committed.
 */
class GoldenTest {
    private static final Path SOURCES = Path.of("src/test/resources/golden/sources");
    private static final Path EXPECTED = Path.of("src/test/resources/golden/expected");

    @ParameterizedTest
    @EnumSource
    void generatesWhatIsExpected(SourceCompiler compiler) throws IOException {
        SortedMap<String, String> generated =
                Compiled.strictly(compiler, sources()).generatedTexts();
        if (Boolean.getBoolean("dts.golden.update")) {
            update(generated);
        }
        SortedMap<String, String> expected = texts(EXPECTED);
        assertThat(generated.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (path, text) -> assertThat(generated.get(path)).as(path).isEqualTo(text));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheSourcesChangesNothing(SourceCompiler compiler) throws IOException {
        List<Map.Entry<String, String>> reversed = new ArrayList<>(sources().entrySet());
        Collections.reverse(reversed);
        Map<String, String> sources = new LinkedHashMap<>();
        reversed.forEach(source -> sources.put(source.getKey(), source.getValue()));
        assertThat(Compiled.strictly(compiler, sources).generatedTexts())
                .isEqualTo(Compiled.strictly(compiler, sources()).generatedTexts());
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        texts(SOURCES)
                .forEach((path, text) -> sources.put(
                        path.substring(0, path.length() - ".java".length()).replace('/', '.'), text));
        return sources;
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static void update(Map<String, String> generated) throws IOException {
        if (Files.exists(EXPECTED)) {
            for (String path : texts(EXPECTED).keySet()) {
                Files.delete(EXPECTED.resolve(path));
            }
        }
        for (Map.Entry<String, String> text : generated.entrySet()) {
            Path file = EXPECTED.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
