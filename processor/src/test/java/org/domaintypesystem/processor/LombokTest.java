package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.LombokProcessor;
import org.domaintypesystem.processor.testing.RoundTrip;
import org.domaintypesystem.processor.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes whose members Lombok adds, before the processor runs or after. */
class LombokTest {

    static Stream<Arguments> files() {
        return Sources.in("lombok").stream()
                .flatMap(file -> Stream.of(true, false).map(isFirst -> Arguments.of(file, isFirst)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void objectsComeBackAsTheyWere(Path file, boolean isLombokFirst) {
        Map<String, String> sources = Sources.texts(file);
        Processor[] processors = isLombokFirst
                ? new Processor[] {LombokProcessor.create(), new DtsProcessor()}
                : new Processor[] {new DtsProcessor(), LombokProcessor.create()};
        Compilation compilation = Compiled.compile(sources, List.of("-Xlint:all,-processing", "-Werror"), processors);
        assertThat(compilation.isSuccessful()).as(compilation.texts()).isTrue();
        RoundTrip.ofExamples(
                Compiled.of(compilation), sources.keySet().iterator().next());
    }

    @Test
    void itIsMissedWhereItDoesNotRun() {
        Compilation compilation = Compiled.compile(Map.of("lab.Reading", """
                        package lab;

                        import lombok.Data;
                        import org.domaintypesystem.annotation.DtsType;

                        class Reading {
                            @Data
                            @DtsType
                            static class Forgotten {
                                private String sensor;
                            }

                            @DtsType
                            record Fine(int number) {}
                        }
                        """), List.of(), new DtsProcessor());
        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(9);
            assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo(
                            "Forgotten has annotations of Lombok, and nothing of what they promise is there: put Lombok on the processor path, beside DTS");
        });
    }
}
