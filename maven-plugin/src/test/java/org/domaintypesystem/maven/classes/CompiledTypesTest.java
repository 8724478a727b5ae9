package org.domaintypesystem.maven.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.maven.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledTypesTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void setUp() throws Exception {
        project = new Project(folder);
        project.source("Plant", """
                public class Plant {
                    @DtsType public record Vat(String name, Range<Integer> range) {}
                    @DtsType(namespace = "old", name = "Pump") public record Motor_Pump(String name) {}
                    @DtsValue public record Range<T>(T low, T high) {}
                    static Object local() {
                        @DtsType record Local(String name) {}
                        return new Local("");
                    }
                }
                """);
        project.sources.write(
                "brewery/package-info.java",
                "@org.domaintypesystem.annotation.DtsImport(java.awt.Point.class) package brewery;");
    }

    @Test
    void codecsAreFoundWithTheirTypes() throws Exception {
        project.sources.delete("brewery/package-info.java");
        project.generate();
        project.compile();
        CompiledTypes types = CompiledTypes.in(project.classes.root());
        assertThat(types.withoutCodec()).isEmpty();
        assertThat(types.codecs()).containsOnlyKeys("brewery/PlantVat.capnp", "old/Pump.capnp");
        assertThat(types.codecs().get("brewery/PlantVat.capnp").type().name()).isEqualTo("brewery.Plant$Vat");
        assertThat(types.codecs().get("old/Pump.capnp").type().name()).isEqualTo("brewery.Plant$Motor_Pump");
        assertThat(types.codecs().get("old/Pump.capnp").text()).contains("struct Pump ");
    }

    @Test
    void codecsOfTypesThatAreGoneAreNone() throws Exception {
        project.sources.delete("brewery/package-info.java");
        project.generate();
        project.compile();
        project.classes.delete("brewery/Plant$Vat.class");
        assertThat(CompiledTypes.in(project.classes.root()).codecs()).containsOnlyKeys("old/Pump.capnp");
    }

    @Test
    void typesThatNothingWasGeneratedForAreFound() throws Exception {
        project.compile();
        assertThat(CompiledTypes.in(project.classes.root()).withoutCodec())
                .extracting(ClassFile::name)
                .containsExactlyInAnyOrder("brewery.Plant$Vat", "brewery.Plant$Motor_Pump", "brewery.package-info");
    }

    @Test
    void messagesAreThoseThatArePublished() throws Exception {
        project.source("Point", "@DtsValue public record Point(int x, int y) {}");
        project.sources.delete("brewery/package-info.java");
        project.generate();
        project.compile();
        assertThat(CompiledTypes.in(project.classes.root()).codecs()).containsKey("brewery/Point.capnp");
        List<String> messages = List.of("brewery/PlantVat.capnp", "old/Pump.capnp");
        assertThat(CompiledTypes.messages(project.classes.root())).containsExactlyElementsOf(messages);
        Path jar = folder.resolve("types.jar");
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (String name : project.classes.names()) {
                Path file = files.getPath("/").resolve(name);
                Files.createDirectories(file.getParent());
                Files.copy(project.classes.file(name), file);
            }
        }
        assertThat(CompiledTypes.messages(jar)).containsExactlyElementsOf(messages);
        assertThat(CompiledTypes.messages(folder.resolve("missing.jar"))).isEmpty();
    }

    @Test
    void noClassesHaveNoTypes() throws Exception {
        CompiledTypes none = CompiledTypes.in(folder.resolve("missing"));
        assertThat(none.withoutCodec()).isEmpty();
        assertThat(none.codecs()).isEmpty();
    }

    @Test
    void positionsAreThoseOfTheSource() throws Exception {
        project.compile();
        SourcePositions positions = new SourcePositions(project.module());
        ClassFile vat = ClassFile.read(project.classes.file("brewery/Plant$Vat.class"));
        String source = Path.of("src/main/java/brewery/Plant.java").toString();
        assertThat(positions.of(vat)).contains(source + ":6");
        assertThat(positions.of(vat, "range")).contains(source + ":6");
        assertThat(positions.of(vat, "unknown")).contains(source + ":6");
        project.sources.delete("brewery/Plant.java");
        assertThat(positions.of(vat)).isEmpty();
    }

    @Test
    void positionsOfConstantsAndOfMembersBelowComments() throws Exception {
        project.source("Mode", """
                // enum Mode { COOLING_DOWN }
                /* enum Mode */
                @DtsValue
                public enum Mode {
                    /** Not coolingDown. */
                    OTHER,
                    COOLING_DOWN
                }
                """);
        project.compile();
        SourcePositions positions = new SourcePositions(project.module());
        ClassFile mode = ClassFile.read(project.classes.file("brewery/Mode.class"));
        assertThat(positions.of(mode).orElseThrow()).endsWith("Mode.java:8");
        assertThat(positions.of(mode, "coolingDown").orElseThrow()).endsWith("Mode.java:11");
    }
}
