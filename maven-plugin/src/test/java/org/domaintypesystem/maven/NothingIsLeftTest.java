package org.domaintypesystem.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Work;
import org.domaintypesystem.maven.collect.SchemaArchive;
import org.domaintypesystem.maven.docs.CatalogueFiles;
import org.domaintypesystem.maven.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collect, docs and attach: nothing is done twice, every change counts, and nothing is left of what is gone. */
class NothingIsLeftTest {
    @TempDir
    Path folder;

    private Project project;
    private FileTree target;
    private LocalDateTime date = LocalDateTime.of(2026, 1, 1, 0, 0);

    @BeforeEach
    void setUp() throws Exception {
        project = new Project(folder);
        target = new FileTree(folder.resolve("target"));
        project.source("Vat", "@DtsType public record Vat(String name, java.util.UUID id) {}");
        project.source("Pump", "@DtsType public record Pump(Vat vat) {}");
        project.generate();
        project.compile();
    }

    private Work work(String goal) {
        return switch (goal) {
            case "collect" -> project.collector();
            case "docs" -> new CatalogueFiles(project.module(), "it:it:1.0", new FileTree(target.file("dts-docs")));
            default -> new SchemaArchive(project.module(), target.file("it-schemas.jar"), date);
        };
    }

    private boolean isNew(String goal) throws Exception {
        return project.bringUpToDate(goal + "@default", work(goal)).isNew();
    }

    private static final Map<String, List<String>> OUTPUTS = Map.of(
            "collect", List.of("classes/META-INF/dts/index.txt", "dts/dts/Uuid.capnp"),
            "docs", List.of("dts-docs/types.html", "dts-docs/types.md"),
            "attach", List.of("it-schemas.jar"));

    @ParameterizedTest
    @ValueSource(strings = {"collect", "docs", "attach"})
    void nothingIsDoneTwice(String goal) throws Exception {
        assertThat(isNew(goal)).isTrue();
        assertThat(isNew(goal)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"collect", "docs", "attach"})
    void outputsThatSomebodyChangedAreMadeAnew(String goal) throws Exception {
        isNew(goal);
        for (String output : OUTPUTS.get(goal)) {
            byte[] content = Files.readAllBytes(target.file(output));
            target.write(output, "edited");
            assertThat(isNew(goal)).as(output).isTrue();
            assertThat(target.file(output)).hasBinaryContent(content);
            target.delete(output);
            assertThat(isNew(goal)).as(output).isTrue();
            assertThat(target.file(output)).hasBinaryContent(content);
            assertThat(isNew(goal)).as(output).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collect", "docs", "attach"})
    void everyChangeOfInputsCounts(String goal) throws Exception {
        isNew(goal);
        project.source("Vat", "@DtsType public record Vat(String name, java.util.UUID id, int level) {}");
        project.generate();
        project.compile();
        assertThat(isNew(goal)).as("a type").isTrue();
        FileTree library = new FileTree(folder.resolve("library"));
        library.write("META-INF/dts/x/Y.capnp", "# one");
        project.library("it", "library", library.root());
        assertThat(isNew(goal)).as("a library more").isTrue();
        library.write("META-INF/dts/x/Y.capnp", "# two");
        assertThat(isNew(goal)).as("a library of other content").isTrue();
        assertThat(isNew(goal)).isFalse();
    }

    @Test
    void commentsAndDatesCountToo() throws Exception {
        isNew("docs");
        isNew("attach");
        project.source("Vat", "/** Holds beer. */ @DtsType public record Vat(String name, java.util.UUID id) {}");
        project.generate();
        project.compile();
        assertThat(isNew("docs")).isTrue();
        assertThat(target.text("dts-docs/types.md")).contains("Holds beer.");
        assertThat(isNew("attach")).isTrue();
        date = date.plusDays(1);
        assertThat(isNew("attach")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsLeftOfATypeThatIsGone(boolean areRecordsKept) throws Exception {
        for (String goal : OUTPUTS.keySet()) {
            isNew(goal);
        }
        project.sources.delete("brewery/Pump.java");
        project.classes.delete("brewery/Pump.class");
        if (!areRecordsKept) {
            new FileTree(target.file("maven-status")).deleteAll();
            new FileTree(target.file("generated-sources")).deleteAll();
            new FileTree(target.file("generated-resources")).deleteAll();
        }
        project.generate();
        for (String goal : List.of("collect", "docs", "attach")) {
            assertThat(isNew(goal)).as(goal).isTrue();
        }
        assertThat(target.names()).noneMatch(name -> name.contains("Pump"));
        for (String text : List.of("dts-docs/types.html", "dts-docs/types.md", "classes/META-INF/dts/index.txt")) {
            assertThat(target.text(text)).as(text).contains("Vat").doesNotContain("Pump");
        }
        assertThat(entries("it-schemas.jar")).containsExactly("brewery/Vat.capnp", "dts/Uuid.capnp", "index.txt");
    }

    @Test
    void nothingIsLeftWhenNoTypeIs() throws Exception {
        for (String goal : OUTPUTS.keySet()) {
            isNew(goal);
        }
        new FileTree(project.sources.file("brewery")).deleteAll();
        project.source("Boiler", "class Boiler {}");
        project.generate();
        project.compile();
        for (String goal : List.of("collect", "docs", "attach")) {
            assertThat(isNew(goal)).as(goal).isTrue();
        }
        assertThat(target.names().stream().filter(name -> !name.startsWith("maven-status") && !name.startsWith("dts/")))
                .containsExactly("classes/brewery/Boiler.class");
    }

    @Test
    void nothingIsLeftOfALibraryThatIsGone() throws Exception {
        isNew("collect");
        target.write("dts/x/Old.capnp", "# of a library");
        assertThat(isNew("collect")).isTrue();
        assertThat(target.file("dts/x")).doesNotExist();
    }

    @Test
    void nothingIsLeftUnderAFormerName() throws Exception {
        isNew("attach");
        Work renamed = new SchemaArchive(project.module(), target.file("it-1.1-schemas.jar"), date);
        project.bringUpToDate("attach@default", renamed);
        assertThat(target.names().stream().filter(name -> name.endsWith(".jar")))
                .containsExactly("it-1.1-schemas.jar");
    }

    @Test
    void aCleanTargetIsMadeWhole() throws Exception {
        for (String goal : OUTPUTS.keySet()) {
            isNew(goal);
        }
        List<String> before = List.copyOf(target.names());
        target.deleteAll();
        project.generate();
        project.compile();
        for (String goal : OUTPUTS.keySet()) {
            isNew(goal);
        }
        assertThat(target.names()).containsExactlyElementsOf(before);
    }

    @Test
    void executionsOfOneGoalDoNotDisturbEachOther() throws Exception {
        Work here = work("docs");
        Work there = new CatalogueFiles(project.module(), "it:it:1.0", new FileTree(folder.resolve("docs")));
        for (boolean isNew : new boolean[] {true, false}) {
            assertThat(project.bringUpToDate("docs@here", here).isNew()).isEqualTo(isNew);
            assertThat(project.bringUpToDate("docs@there", there).isNew()).isEqualTo(isNew);
        }
        Files.delete(folder.resolve("docs/types.md"));
        assertThat(project.bringUpToDate("docs@here", here).isNew()).isFalse();
        assertThat(project.bringUpToDate("docs@there", there).isNew()).isTrue();
    }

    private List<String> entries(String jar) throws IOException {
        try (ZipFile zip = new ZipFile(target.file(jar).toFile());
                Stream<? extends ZipEntry> entries = zip.stream()) {
            return entries.map(ZipEntry::getName).toList();
        }
    }
}
