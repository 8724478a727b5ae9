package org.domaintypesystem.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(folder);
    }

    @Test
    void generatesSourcesAndSchemas() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        assertThat(project.generate().types()).isOne();
        assertThat(project.generated.names())
                .containsExactly(
                        "brewery/VatCodec.java",
                        "brewery/VatListener.java",
                        "brewery/VatPublisher.java",
                        "brewery/VatView.java");
        assertThat(project.schemas.names()).containsExactly("META-INF/dts/brewery/Vat.capnp");
        project.compile();
        assertThat(folder.resolve("target/dts-work")).doesNotExist();
    }

    @Test
    void sourcesMayUseWhatIsGenerated() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.source(
                "Plant", "class Plant { final VatPublisher vats; Plant(VatPublisher vats) { this.vats = vats; } }");
        assertThat(project.generate().types()).isOne();
        project.compile();
    }

    @Test
    void whatOtherProcessorsMakeMayBeMissing() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.source("Plant", "class Plant extends PlantBase { other.Mapper mapper; }");
        assertThat(project.generate().types()).isOne();
    }

    @Test
    void foldersMayHaveAnyName() throws Exception {
        assumeTrue(StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding")));
        Project strange = new Project(folder.resolve("Sudhaus für Größen & mehr"));
        strange.source("Vat", "@DtsType public record Vat(String größe) {}");
        assertThatThrownBy(strange::generate)
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("Sudhaus für Größen & mehr")
                .hasMessageContaining("Vat.java:5: ");
        strange.source("Vat", "@DtsType public record Vat(@DtsField(name = \"size\") String größe) {}");
        assertThat(strange.generate().types()).isOne();
        strange.compile();
    }

    @Test
    void lombokIsThereFirst() throws Exception {
        project.library("org.projectlombok", "lombok", Project.onClassPath("lombok"));
        project.source("Vat", "@DtsType @lombok.Data public class Vat { private String name; private int level; }");
        assertThat(project.generate().types()).isOne();
        assertThat(project.schemas.text("META-INF/dts/brewery/Vat.capnp"))
                .contains("name @0 :Text;", "level @1 :Int32;");
        project.compileWithLombok();
    }

    @Test
    void faultsHaveFileAndLine() throws Exception {
        project.source("Vat", "@DtsType public record Vat(\n  String name,\n  Thread owner) {}");
        assertThatThrownBy(project::generate)
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith(project.sources.file("brewery/Vat.java") + ":7: ");
    }

    @Test
    void namesThatAreMissingWhereAFaultIsAreTold() throws Exception {
        project.source("Plant", "class Plant extends PlantBase {}");
        project.source("Vat", "@DtsType(delivery = Reliable.RELIABLE) public record Vat(String name) {}");
        assertThatThrownBy(project::generate)
                .isInstanceOf(UserFault.class)
                .hasMessageContaining(project.sources.file("brewery/Vat.java") + ":5: ")
                .hasMessageContaining("Reliable")
                .hasMessageNotContaining("PlantBase");
    }

    @Test
    void sourcesThatAreNoJavaAreToldAsTheCompilerDoes() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name {}");
        assertThatThrownBy(project::generate)
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith(project.sources.file("brewery/Vat.java") + ":5: ");
    }

    @Test
    void nothingIsDoneTwice() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        assertThat(project.generate().isNew()).isTrue();
        Files.setLastModifiedTime(project.sources.file("brewery/Vat.java"), FileTime.fromMillis(0));
        assertThat(project.generate().isNew()).isFalse();
    }

    @Test
    void everyChangeCounts() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.generate();
        assertThat(project.generate("another configuration").isNew()).isTrue();
        project.source("Vat", "@DtsType public record Vat(String name, int level) {}");
        assertThat(project.generate("another configuration").isNew()).isTrue();
        assertThat(project.generate("another configuration").isNew()).isFalse();
        Files.delete(project.generated.file("brewery/VatView.java"));
        assertThat(project.generate("another configuration").isNew()).isTrue();
        project.generated.write("brewery/VatView.java", "edited");
        assertThat(project.generate("another configuration").isNew()).isTrue();
        project.library("it", "other", Project.onClassPath("lombok"));
        assertThat(project.generate("another configuration").isNew()).isTrue();
    }

    @Test
    void filesThatLombokIsConfiguredWithCount() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.generate();
        for (String config : List.of("lombok.config", "src/main/java/brewery/lombok.config")) {
            new FileTree(folder).write(config, "lombok.accessors.fluent = true");
            assertThat(project.generate().isNew()).as(config).isTrue();
            assertThat(project.generate().isNew()).isFalse();
        }
    }

    @Test
    void sourcesThatOtherPluginsGenerateAreSeenAndItsOwnAreNot() throws Exception {
        // The folder above all generated sources is a root: its own are in there.
        FileTree all = new FileTree(folder.resolve("target/generated-sources"));
        project.root(all.root());
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.generate();
        all.write("other/brewery/Pump.java", """
                package brewery;
                @org.domaintypesystem.annotation.DtsType public record Pump(Vat vat) {}
                """);
        assertThat(project.generate().types()).isEqualTo(2);
        assertThat(project.generate().isNew()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void rootsMayBeLinks() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(project.sources.root(), elsewhere);
        Files.createSymbolicLink(project.sources.root(), elsewhere);
        assertThat(project.generate().types()).isOne();
        assertThat(project.generate().isNew()).isFalse();
        Files.delete(elsewhere.resolve("brewery/Vat.java"));
        assertThat(project.generate().types()).isZero();
    }

    @Test
    void whatDidNotChangeKeepsItsDate() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.generate();
        Path codec = project.generated.file("brewery/VatCodec.java");
        Files.setLastModifiedTime(codec, FileTime.fromMillis(0));
        project.source("Pump", "@DtsType public record Pump(String name) {}");
        assertThat(project.generate().types()).isEqualTo(2);
        assertThat(Files.getLastModifiedTime(codec)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void nothingIsLeftOfTypesThatAreGone() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.source("Pump", "@DtsType public record Pump(String name) {}");
        project.generate();
        project.compile();
        Files.delete(project.sources.file("brewery/Pump.java"));
        project.generate();
        assertThat(project.generated.names()).noneMatch(name -> name.contains("Pump"));
        assertThat(project.schemas.names()).noneMatch(name -> name.contains("Pump"));
        assertThat(project.classes.names())
                .contains("brewery/VatCodec.class", "META-INF/dts/brewery/Vat.capnp")
                .noneMatch(name -> name.matches(".*Pump(Codec|View|Listener|Publisher|\\.capnp).*"));
    }

    @Test
    void nothingIsLeftWhenNoTypeIs() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.generate();
        project.sources.write("brewery/Vat.java", "package brewery; record Vat(String name) {}");
        assertThat(project.generate().types()).isZero();
        assertThat(project.generated.names()).isEmpty();
    }

    @Test
    void faultsLeaveNothingToCompileWith() throws Exception {
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        project.generate();
        project.source("Vat", "@DtsType public record Vat(Thread name) {}");
        assertThatThrownBy(project::generate).isInstanceOf(UserFault.class);
        assertThat(project.generated.names()).isEmpty();
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        assertThat(project.generate().isNew()).isTrue();
    }

    @Test
    void javaModulesAreRead() throws Exception {
        project.sources.write("module-info.java", "module brewery { requires org.domaintypesystem.runtime; }");
        project.source("Vat", "@DtsType public record Vat(String name) {}");
        assertThat(project.generate().types()).isOne();
        assertThat(project.generated.text("brewery/VatCodec.java")).doesNotContain("javax.annotation.processing");
    }
}
