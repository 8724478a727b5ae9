package org.domaintypesystem.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.RecordedProcessor;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Gradle has to know to run the processor for changed types only. */
class IncrementalBuildTest {

    @Test
    void theProcessorSaysThatItIsolates() throws IOException {
        String resource = "/META-INF/gradle/incremental.annotation.processors";
        try (InputStream in = DtsProcessor.class.getResourceAsStream(resource)) {
            assertThat(new String(in.readAllBytes(), UTF_8).strip())
                    .isEqualTo(DtsProcessor.class.getName() + ",isolating");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOutputComesFromTheAnnotatedTypeAlone(SourceCompiler compiler) {
        RecordedProcessor recorded = new RecordedProcessor(new DtsProcessor());
        Compilation compilation = Compiled.compile(compiler, Map.of("lab.Sample", """
                package lab;

                import java.util.List;
                import org.domaintypesystem.annotation.DtsType;
                import org.domaintypesystem.annotation.DtsValue;

                @DtsType
                public record Sample(String vial, List<Part> parts) {
                    @DtsValue
                    public record Part(Color color) {}

                    @DtsValue
                    public enum Color { RED }
                }
                """), List.of(), recorded);
        assertThat(compilation.isSuccessful()).isTrue();
        assertThat(recorded.origins())
                .isEqualTo(Map.ofEntries(
                        Map.entry("META-INF/dts/lab/Sample.capnp", List.of("lab.Sample")),
                        Map.entry("META-INF/dts/lab/SampleColor.capnp", List.of("lab.Sample.Color")),
                        Map.entry("META-INF/dts/lab/SamplePart.capnp", List.of("lab.Sample.Part")),
                        Map.entry("lab.SampleCodec", List.of("lab.Sample")),
                        Map.entry("lab.SampleListener", List.of("lab.Sample")),
                        Map.entry("lab.SamplePublisher", List.of("lab.Sample")),
                        Map.entry("lab.SampleView", List.of("lab.Sample")),
                        Map.entry("lab.Sample_ColorCodec", List.of("lab.Sample.Color")),
                        Map.entry("lab.Sample_PartCodec", List.of("lab.Sample.Part")),
                        Map.entry("lab.Sample_PartView", List.of("lab.Sample.Part"))));
    }
}
