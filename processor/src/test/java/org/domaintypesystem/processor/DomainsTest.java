package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.LombokProcessor;
import org.domaintypesystem.processor.testing.RoundTrip;
import org.domaintypesystem.processor.testing.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Families of classes as projects have them: annotations are all that had to be added. */
class DomainsTest {

    static Stream<Path> domains() {
        return Sources.in("domains").stream();
    }

    @ParameterizedTest
    @MethodSource("domains")
    void objectsComeBackAsTheyWere(Path domain) {
        Map<String, String> sources = Sources.texts(domain);
        Compilation compilation = Compiled.compile(sources, List.of(), new DtsProcessor(), LombokProcessor.create());
        assertThat(compilation.isSuccessful()).as(compilation.texts()).isTrue();
        RoundTrip.ofExamples(Compiled.of(compilation), domain.getFileName() + ".Examples");
    }
}
