package org.domaintypesystem.maven.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(project.collector().collect().types()).isEqualTo(2);
        assertThat(own.text("index.txt").lines())
                .hasSize(2)
                .allMatch(line -> line.matches("brewery/(Pump|Vat)\\.capnp 0x[0-9a-f]{16} 0x[0-9a-f]{16}"))
                .isSorted();
        assertThat(SchemaIndex.paths(own.text("index.txt"))).containsExactly("brewery/Pump.capnp", "brewery/Vat.capnp");
    }

    @Test
    void schemasOfDependenciesAreBesideThose() throws Exception {
        others.write("gone/Old.capnp", "of a dependency that is not there any more");
        project.collector().collect();
        assertThat(others.names()).contains("dts/Uuid.capnp", "dts.capnp").noneMatch(name -> name.startsWith("gone"));
    }

    @Test
    void whatIsRightIsNotTouched() throws Exception {
        project.collector().collect();
        Files.setLastModifiedTime(own.file("index.txt"), FileTime.fromMillis(0));
        Files.setLastModifiedTime(others.file("dts/Uuid.capnp"), FileTime.fromMillis(0));
        project.collector().collect();
        assertThat(Files.getLastModifiedTime(own.file("index.txt"))).isEqualTo(FileTime.fromMillis(0));
        assertThat(Files.getLastModifiedTime(others.file("dts/Uuid.capnp"))).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void schemasOfTypesThatAreGoneAreDeletedAndThoseOfPeopleStay() throws Exception {
        own.write("hand/Made.capnp", "# by hand\n@0xf5b9311184e8ad3f;\n");
        project.classes.delete("brewery/PumpCodec.class");
        assertThat(project.collector().collect().stale()).containsExactly("brewery/Pump.capnp");
        assertThat(own.names()).containsExactly("brewery/Vat.capnp", "hand/Made.capnp", "index.txt");
    }

    @Test
    void missingSchemasComeFromTheCodec() throws Exception {
        own.delete("brewery/Vat.capnp");
        project.collector().collect();
        assertThat(own.text("brewery/Vat.capnp")).contains("struct Vat ");
    }

    @Test
    void dependenciesThatDisagreeAreTold() throws Exception {
        for (String name : new String[] {"a", "b"}) {
            FileTree classes = new FileTree(folder.resolve(name));
            classes.write("META-INF/dts/x/Y.capnp", "# version of " + name);
            project.library("it", name, classes.root());
        }
        assertThat(project.collector().collect().conflicts())
                .singleElement()
                .asString()
                .startsWith("x/Y.capnp of it:b:1.0 differs from that of it:a:1.0");
        assertThat(others.text("x/Y.capnp")).isEqualTo("# version of a");
    }

    @Test
    void withoutTypesThereIsNoIndex() throws Exception {
        project.collector().collect();
        new FileTree(project.classes.file("brewery")).deleteAll();
        assertThat(project.collector().collect().types()).isZero();
        assertThat(own.names()).isEmpty();
    }

    @Test
    void typesWithoutCodecsAreAFaultWithARemedy() throws Exception {
        MissingCodecs.require(project.module(), ProcessorPlace.ABSENT, "1.2.3");
        project.classes.delete("brewery/VatCodec.class");
        assertThatThrownBy(() -> MissingCodecs.require(project.module(), ProcessorPlace.NOT_ASKED_FOR, "1.2.3"))
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith("nothing was generated for 1 annotated type:\n  "
                        + Path.of("src/main/java/brewery/Vat.java") + ":5: brewery.Vat\n")
                .hasMessageContaining("JDK 23 and later run no processor that they merely find there")
                .hasMessageContaining("<goal>generate</goal>")
                .hasMessageContaining("<version>1.2.3</version>");
        assertThatThrownBy(() -> MissingCodecs.require(project.module(), ProcessorPlace.NAMED, "1.2.3"))
                .hasMessageContaining("mvn clean");
    }
}
