package org.domaintypesystem.maven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.classes.SourcePositions;
import org.domaintypesystem.maven.collect.ModuleSchemas;
import org.domaintypesystem.maven.testing.Project;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.Rule;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type that changes, in ways that are allowed and in others. */
class HistoryTest {
    @TempDir
    Path folder;

    private Project project;
    private FileTree promised;
    private Baseline baseline;

    @BeforeEach
    void setUp() throws Exception {
        project = new Project(folder);
        promised = new FileTree(folder.resolve("src/main/dts"));
        baseline = new Baseline(project.module(), promised.root());
        assertThat(baseline.exists()).isFalse();
        vat("String name, double volume");
        assertThat(baseline.write(schemas().texts())).containsExactly("brewery/Vat.capnp");
        assertThat(baseline.exists()).isTrue();
    }

    private void vat(String components) throws Exception {
        project.source("Vat", "@DtsType\npublic record Vat(\n    " + components.replace(", ", ",\n    ") + ") {}");
        project.generate();
        project.compile();
    }

    private ModuleSchemas schemas() throws Exception {
        return ModuleSchemas.of(project.module());
    }

    private Comparison compare(Compatibility level) throws Exception {
        return Comparison.of(baseline.promise(), schemas(), level, baseline.acceptances());
    }

    @Test
    void nothingChanged() throws Exception {
        assertThat(compare(Compatibility.FULL).hasChanges()).isFalse();
    }

    @Test
    void lineEndsOfAnotherSystemAreNoChange() throws Exception {
        promised.write("brewery/Vat.capnp", promised.text("brewery/Vat.capnp").replace("\n", "\r\n"));
        assertThat(compare(Compatibility.FULL).hasChanges()).isFalse();
        assertThat(baseline.write(schemas().texts())).isEmpty();
    }

    @Test
    void aFieldMayBeAppended() throws Exception {
        vat("String name, double volume, float ph");
        Comparison comparison = compare(Compatibility.FULL);
        assertThat(comparison.refused()).isEmpty();
        assertThat(comparison.harmless()).extracting(SchemaChange::rule).containsExactly(Rule.FIELD_ADDED);
    }

    @Test
    void aFieldMayNotBeRetyped() throws Exception {
        vat("String name, float volume");
        Comparison comparison = compare(Compatibility.FULL);
        ChangeReport report = new ChangeReport(schemas(), new SourcePositions(project.module()));
        assertThat(report.refusal(comparison, Compatibility.FULL))
                .isEqualTo("""
                a change breaks what src/main/dts promises (level FULL):

                %s:8: brewery.Vat: volume was Float64 and is Float32: go back to the old type, or retire it, \
                @DtsRetired(ordinal = 1, name = "volume", type = "Float64"), and declare a new field last, with \
                @DtsField(n) on every field [type-changed]
                  - volume @1 :Float64;    (src/main/dts/brewery/Vat.capnp:8)
                  + volume @1 :Float32;

                If it has to be, mvn dts:update -Ddts.accept="the reason" makes a new promise.""".formatted(Path.of("src/main/java/brewery/Vat.java")));
        assertThat(compare(Compatibility.NONE).refused()).isEmpty();
    }

    @Test
    void aTypeMayNotMove() throws Exception {
        project.sources.delete("brewery/Vat.java");
        project.source("Tank", "@DtsType public record Tank(String name, double volume) {}");
        project.generate();
        project.compile();
        Comparison comparison = compare(Compatibility.FULL);
        ChangeReport report = new ChangeReport(schemas(), new SourcePositions(project.module()));
        assertThat(report.refusal(comparison, Compatibility.FULL))
                .contains("write namespace = \"brewery\", name = \"Vat\" in its annotation [id-changed]")
                .contains("  - struct Vat @0xf23a2f2bca94ce65    (src/main/dts/brewery/Vat.capnp:6)\n");
    }

    @Test
    void aTypeThatIsGoneIsWarnedOf() throws Exception {
        project.sources.delete("brewery/Vat.java");
        project.source("Pump", "@DtsType public record Pump(String name) {}");
        project.generate();
        project.compile();
        Comparison comparison = compare(Compatibility.FULL);
        assertThat(comparison.risky()).extracting(SchemaChange::rule).containsExactly(Rule.TYPE_REMOVED);
        promised.write("README.md", "by hand");
        assertThat(baseline.write(schemas().texts())).containsExactly("brewery/Pump.capnp", "brewery/Vat.capnp");
        assertThat(promised.names()).containsExactly("README.md", "brewery/Pump.capnp");
    }

    @Test
    void levelsLookIntoTheirDirections() throws Exception {
        String mode = "@DtsValue public enum Mode { @DtsUnknown OTHER, HEATING }";
        project.source("Mode", mode);
        vat("String name, double volume, Mode mode");
        baseline.write(schemas().texts());
        project.source("Mode", mode.replace("HEATING", "HEATING, COOLING"));
        vat("String name, double volume, Mode mode");
        for (Compatibility level : Compatibility.values()) {
            Comparison comparison = compare(level);
            boolean isForward = level == Compatibility.FULL || level == Compatibility.FORWARD;
            assertThat(comparison.risky()).as(level.name()).hasSize(isForward ? 1 : 0);
            assertThat(comparison.harmless()).as(level.name()).hasSize(isForward ? 0 : 1);
            assertThat(comparison.refused()).as(level.name()).isEmpty();
        }
        vat("String name, float volume, Mode mode");
        for (Compatibility level : Compatibility.values()) {
            assertThat(compare(level).refused()).as(level.name()).hasSize(level == Compatibility.NONE ? 0 : 1);
        }
    }

    @Test
    void whatWasAcceptedIsKnownAfterwards() throws Exception {
        vat("String name, float volume");
        SchemaChange change = compare(Compatibility.FULL).refused().get(0);
        Acceptances acceptances = baseline.acceptances();
        assertThat(acceptances.isAccepted(change)).isFalse();
        acceptances.accept(change, "  nobody\n has it ");
        baseline.write(acceptances);
        Comparison comparison = compare(Compatibility.FULL);
        assertThat(comparison.refused()).isEmpty();
        assertThat(comparison.accepted()).containsExactly(change);
        assertThat(baseline.acceptances().reason(change)).isEqualTo("nobody has it");
        assertThat(promised.text("accepted.txt")).endsWith("""

                brewery.Vat.volume type-changed
                  - volume @1 :Float64;
                  + volume @1 :Float32;
                because: nobody has it
                """);
        vat("String name, int volume");
        assertThat(compare(Compatibility.FULL).refused()).hasSize(1);
    }

    @Test
    void aBrokenBaselineIsToldWithFileAndLine() throws Exception {
        promised.write(
                "brewery/Vat.capnp", promised.text("brewery/Vat.capnp").replace("  name", "<<<<<<< HEAD\n  name"));
        assertThatThrownBy(() -> compare(Compatibility.FULL))
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith("src/main/dts/brewery/Vat.capnp:7:1: ");
    }
}
