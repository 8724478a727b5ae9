package org.domaintypesystem.maven.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
    @TempDir
    Path folder;

    private Project project;
    private FileTree own;
    private FileTree others;

    @BeforeEach
    void setUp() throws Exception {
        project = new Project(folder);
        own = new FileTree(project.classes.file("META-INF/dts"));
        others = new FileTree(folder.resolve("target/dts"));
        project.source("Vat", "@DtsType public record Vat(String name, java.util.UUID id) {}");
        project.source("Pump", "@DtsType public record Pump(Vat vat) {}");
        project.generate();
        project.compile();
    }

    @Test
    void theIndexIsSorted() throws Exception {
        assertThat(project.collector().run().types()).isEqualTo(2);
        assertThat(own.text("index.txt").lines())
                .hasSize(2)
                .allMatch(line -> line.matches("brewery/(Pump|Vat)\\.capnp 0x[0-9a-f]{16} 0x[0-9a-f]{16}"))
                .isSorted();
        assertThat(SchemaIndex.paths(own.text("index.txt"))).containsExactly("brewery/Pump.capnp", "brewery/Vat.capnp");
    }

    @Test
    void schemasOfDependenciesAreBesideThose() throws Exception {
        others.write("gone/Old.capnp", "of a dependency that is not there any more");
        project.collector().run();
        assertThat(others.names()).contains("dts/Uuid.capnp", "dts.capnp").noneMatch(name -> name.startsWith("gone"));
    }

    @Test
    void whatIsRightIsNotTouched() throws Exception {
        project.collector().run();
        Files.setLastModifiedTime(own.file("index.txt"), FileTime.fromMillis(0));
        Files.setLastModifiedTime(others.file("dts/Uuid.capnp"), FileTime.fromMillis(0));
        project.collector().run();
        assertThat(Files.getLastModifiedTime(own.file("index.txt"))).isEqualTo(FileTime.fromMillis(0));
        assertThat(Files.getLastModifiedTime(others.file("dts/Uuid.capnp"))).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void schemasOfTypesThatAreGoneAreDeletedAndThoseOfPeopleStay() throws Exception {
        own.write("hand/Made.capnp", "# by hand\n@0xf5b9311184e8ad3f;\n");
        project.classes.delete("brewery/PumpCodec.class");
        project.sources.delete("brewery/Pump.java");
        project.classes.delete("brewery/Pump.class");
        project.collector().run();
        assertThat(own.names()).containsExactly("brewery/Vat.capnp", "hand/Made.capnp", "index.txt");
    }

    @Test
    void missingSchemasComeFromTheCodec() throws Exception {
        own.delete("brewery/Vat.capnp");
        project.collector().run();
        assertThat(own.text("brewery/Vat.capnp")).contains("struct Vat ");
    }

    @Test
    void dependenciesThatDisagreeAreTold() throws Exception {
        for (String name : new String[] {"a", "b"}) {
            FileTree classes = new FileTree(folder.resolve(name));
            classes.write("META-INF/dts/x/Y.capnp", "# version of " + name);
            project.library("it", name, classes.root());
        }
        assertThat(project.collector().run().warnings())
                .singleElement()
                .asString()
                .startsWith("x/Y.capnp of it:b:1.0 differs from that of it:a:1.0");
        assertThat(others.text("x/Y.capnp")).isEqualTo("# version of a");
    }

    @Test
    void withoutTypesThereIsNoIndex() throws Exception {
        project.collector().run();
        new FileTree(project.classes.file("brewery")).deleteAll();
        assertThat(project.collector().run().types()).isZero();
        assertThat(own.names()).isEmpty();
    }

    @Test
    void typesWithoutCodecsAreAFaultWithARemedy() throws Exception {
        project.classes.delete("brewery/VatCodec.class");
        assertThatThrownBy(() -> project.collector(ProcessorPlace.NOT_ASKED_FOR).run())
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith("nothing was generated for 1 annotated type:\n  "
                        + Path.of("src/main/java/brewery/Vat.java") + ":5: brewery.Vat\n")
                .hasMessageContaining("JDK 23 and later run no processor that they merely find there")
                .hasMessageContaining("<goal>generate</goal>")
                .hasMessageContaining("<version>1.2.3</version>");
        assertThatThrownBy(() -> project.collector(ProcessorPlace.NAMED).run()).hasMessageContaining("mvn clean");
        MissingCodecs bound = new MissingCodecs(ProcessorPlace.ABSENT, true, "1.2.3");
        assertThatThrownBy(() -> new Collector(project.module(), others, bound).run())
                .hasMessageContaining("in front of dts-maven-plugin in the POM")
                .hasMessageNotContaining("<plugin>");
    }

    @Test
    void typesOfOtherLanguagesHaveAnotherRemedy() throws Exception {
        project.classes.delete("brewery/VatCodec.class");
        Path type = project.classes.file("brewery/Vat.class");
        String bytes = Files.readString(type, StandardCharsets.ISO_8859_1);
        String kotlin = bytes.replace("\0\010Vat.java", "\0\006Vat.kt");
        Files.writeString(type, kotlin, StandardCharsets.ISO_8859_1);
        assertThat(kotlin).isNotEqualTo(bytes);
        assertThatThrownBy(() -> project.collector().run())
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("Declare types that are shared in Java")
                .hasMessageNotContaining("<plugin>");
    }

    @Test
    void classesThatAreGeneratedForTypesThatAreNotAnnotatedAnyMoreAreDeleted() throws Exception {
        project.source("Pump", "public record Pump(Vat vat) {}");
        project.source("PumpListenerOfOthers", "class PumpListenerOfOthers {}");
        project.compile();
        project.collector().run();
        assertThat(project.classes.names())
                .contains("brewery/Pump.class", "brewery/PumpListenerOfOthers.class", "brewery/VatCodec.class")
                .noneMatch(name -> name.matches(".*/Pump(Codec|View|Listener|Publisher)\\b.*|.*/Pump\\.capnp"));
    }

    @Test
    void importedTypesAreNoOrphans() throws Exception {
        project.sources.write(
                "brewery/package-info.java",
                "@org.domaintypesystem.annotation.DtsImport(java.time.temporal.ChronoUnit.class) package brewery;");
        project.generate();
        project.compile();
        assertThat(project.collector().run().types()).isEqualTo(3);
        assertThat(own.names()).contains("java/time/temporal/ChronoUnit.capnp");
    }

    @Test
    void schemasThatWereEditedComeFromTheCodec() throws Exception {
        String schema = own.text("brewery/Vat.capnp");
        own.write("brewery/Vat.capnp", schema.replace("name @0 :Text", "nam @0 :Text"));
        project.collector().run();
        assertThat(own.text("brewery/Vat.capnp")).isEqualTo(schema);
    }
}
