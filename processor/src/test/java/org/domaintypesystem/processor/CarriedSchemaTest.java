package org.domaintypesystem.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.nodes.NodesWriter;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Library;
import org.domaintypesystem.processor.testing.LombokProcessor;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.domaintypesystem.processor.testing.Sources;
import org.domaintypesystem.processor.testing.Trip;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.DecodedNodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** At run time, every type knows its schema: that which lies in the jar. */
class CarriedSchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/sources");
    private static final String SCHEMAS = "META-INF/dts/";
    private static final String CODEC = "Codec.java";
    private static final String GAUGE = "@DtsValue public record Gauge(double value) {}";
    private static final String TANK = "@DtsType public record Tank(Gauge level, @Nullable Gauge inflow) {}";
    private static final String PLANT = "@DtsType public record Plant(List<lab.Tank> tanks) {}";

    static List<Path> domains() {
        return Sources.in("domains");
    }

    @ParameterizedTest
    @EnumSource(SourceCompiler.class)
    void ofGoldenTypes(SourceCompiler compiler) {
        assertSchemasAreThere(Compiled.strictly(compiler, Sources.texts(GOLDEN)));
    }

    @Test
    void ofRandomTypes() {
        assertSchemasAreThere(
                Compiled.strictly(RandomTypes.of(20_261_124, 5, 40).sources()));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void ofDomains(Path domain) {
        Compilation compilation =
                Compiled.compile(Sources.texts(domain), List.of(), new DtsProcessor(), LombokProcessor.create());
        assertThat(compilation.isSuccessful()).as(compilation.texts()).isTrue();
        assertSchemasAreThere(Compiled.of(compilation));
    }

    @Test
    void ofTypesThatReferToOtherJars(@TempDir Path folder) {
        Library library =
                Library.compile(folder, Trip.sources(GAUGE, TANK), List.of("-parameters"), new DtsProcessor());
        Compiled plant = Compiled.of(library.use(Trip.sources(PLANT), new DtsProcessor()), library.classes());
        Compiled together = Compiled.strictly(Trip.sources(GAUGE, TANK, PLANT));
        TypeDescriptor type = type(plant, "lab.Plant");
        assertThat(SchemaFingerprint.lines(type.schema()))
                .isEqualTo(SchemaFingerprint.lines(type(together, "lab.Plant").schema()));
    }

    /** And so a node sends the schema that others would compile from the file. */
    @Test
    @Tag("capnp")
    void itsNodesAreThoseOfTheCompiler(@TempDir Path folder) throws IOException {
        Compiled compiled = Compiled.strictly(Sources.texts(GOLDEN));
        compiled.writeSchemas(folder);
        List<String> files = compiled.generatedTexts().keySet().stream()
                .filter(path -> path.endsWith(".capnp"))
                .map(path -> path.substring(SCHEMAS.length()))
                .toList();
        DecodedNodes decoded = DecodedNodes.in(folder);
        SortedMap<String, Map<String, Object>> nodes =
                decoded.nodes(CapnpTool.in(folder).compile("-", files));
        for (TypeDescriptor type : types(compiled)) {
            DecodedNodes.assertSame(decoded.nodes(NodesWriter.message(type.schema())), nodes);
        }
    }

    /** Its messages are not what their schema id says, so there is no schema to explain them. */
    @Test
    void thereIsNoneIfWhatATypeRefersToWasCompiledWithoutIt(@TempDir Path before, @TempDir Path after) {
        Library old = Library.compile(before, Trip.sources(GAUGE, TANK), List.of("-parameters"), new DtsProcessor());
        Library changed = Library.compile(
                after,
                Trip.sources(GAUGE.replace("value", "value, String unit"), TANK),
                List.of("-parameters"),
                new DtsProcessor());
        Compilation plant = old.use(Trip.sources(PLANT), new DtsProcessor());
        assertThat(type(Compiled.of(plant, old.classes()), "lab.Plant").schema())
                .isNotNull();
        TypeDescriptor stale = type(Compiled.of(plant, changed.classes()), "lab.Plant");
        assertThatThrownBy(stale::schema)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("compile lab.Plant again");
    }

    private static void assertSchemasAreThere(Compiled compiled) {
        Map<String, String> files = new HashMap<>();
        compiled.generatedTexts().forEach((path, text) -> {
            if (path.endsWith(".capnp")) {
                files.put(path.substring(SCHEMAS.length()), text);
            }
        });
        for (TypeDescriptor type : types(compiled)) {
            String file = type.schema().root().name().file();
            Schema inJar = CapnpReader.read(file, other -> files.getOrDefault(other, standard(other)));
            assertThat(SchemaFingerprint.lines(type.schema())).isEqualTo(SchemaFingerprint.lines(inJar));
            assertThat(type).isEqualTo(TypeDescriptor.of(type.schema())).isEqualTo(TypeDescriptor.of(inJar));
        }
    }

    /** All that have a codec for structs, at least one. */
    private static List<TypeDescriptor> types(Compiled compiled) {
        List<TypeDescriptor> types = compiled.generatedTexts().keySet().stream()
                .filter(path -> path.endsWith(CODEC))
                .map(path -> path.substring(0, path.length() - CODEC.length()).replace('/', '.'))
                .filter(name -> StructCodec.class.isAssignableFrom(compiled.load(name + "Codec")))
                .map(name -> type(compiled, name))
                .toList();
        assertThat(types).isNotEmpty();
        return types;
    }

    /** The type whose codec is called after this name. */
    private static TypeDescriptor type(Compiled compiled, String name) {
        try {
            Field instance = compiled.load(name + "Codec").getDeclaredField("INSTANCE");
            instance.setAccessible(true);
            return ((StructCodec<?>) instance.get(null)).type();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable String standard(String file) {
        try (InputStream schema = StructCodec.class.getResourceAsStream('/' + SCHEMAS + file)) {
            return schema == null ? null : new String(schema.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
