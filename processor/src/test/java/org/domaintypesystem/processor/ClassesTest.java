package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.RoundTrip;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.domaintypesystem.processor.testing.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The classes that people have: each file of the resources has some of a kind, with objects that have to come back. */
class ClassesTest {

    static Stream<Arguments> files() {
        return Sources.in("classes").stream()
                .flatMap(file -> Stream.of(SourceCompiler.values()).map(compiler -> Arguments.of(compiler, file)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void objectsComeBackAsTheyWere(SourceCompiler compiler, Path file) {
        Map<String, String> sources = Sources.texts(file);
        Compiled compiled = compiler == SourceCompiler.JAVAC
                ? Compiled.strictly(sources)
                : Compiled.of(successful(Compiled.compile(compiler, sources, List.of(), new DtsProcessor())));
        RoundTrip.ofExamples(compiled, sources.keySet().iterator().next());
    }

    private static Compilation successful(Compilation compilation) {
        assertThat(compilation.isSuccessful()).as(compilation.texts()).isTrue();
        return compilation;
    }
}
