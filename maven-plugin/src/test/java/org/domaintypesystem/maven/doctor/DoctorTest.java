package org.domaintypesystem.maven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.doctor.PluginOrder.Step;
import org.domaintypesystem.maven.testing.Project;
import org.domaintypesystem.schema.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DoctorTest {
    private static final Step GENERATE = new Step("dts-maven-plugin", "generate", "");
    private static final Step COLLECT = new Step("dts-maven-plugin", "collect", "");
    private static final Step CHECK = new Step("dts-maven-plugin", "check", "");

    private static List<Finding> broken(List<Library> libraries, Step... steps) {
        return findings(libraries, steps).stream().filter(Finding::isBroken).toList();
    }

    private static List<Finding> findings(List<Library> libraries, Step... steps) {
        Module module = new Module(Path.of("."), Path.of("target"), Path.of("target/classes"), List.of(), libraries);
        return new Doctor(module, Project.compiler(), new PluginOrder(List.of(steps)), "1.0").findings();
    }

    private static Library runtime(String version) {
        return new Library("org.domaintypesystem", "dts-runtime", version, Path.of("runtime.jar"));
    }

    @Test
    void aProjectThatIsFineHasNoFault() {
        assertThat(broken(List.of(runtime("1.0")), GENERATE, COLLECT, CHECK)).isEmpty();
    }

    @Test
    void withoutTheProcessorThereIsABlockToPaste() {
        assertThat(broken(List.of(runtime("1.0")), COLLECT)).singleElement().satisfies(finding -> {
            assertThat(finding.text()).startsWith("the annotation processor does not run: ");
            assertThat(finding.remedy()).contains("<goal>generate</goal>", "<version>1.0</version>");
        });
    }

    @Test
    void theRuntimeIsMissedAndHasToFit() {
        assertThat(broken(List.of(), GENERATE).get(0).remedy()).contains("<artifactId>dts-runtime</artifactId>");
        assertThat(broken(List.of(runtime("0.9")), GENERATE).get(0).text())
                .contains("0.9")
                .contains("1.0");
    }

    @Test
    void lombokHasToRun() {
        Library lombok = new Library("org.projectlombok", "lombok", "1.18.42", Path.of("lombok.jar"));
        Module module = new Module(
                Path.of("."), Path.of("target"), Path.of("target/classes"), List.of(), List.of(runtime("1.0"), lombok));
        CompilerSetup compiler = new CompilerSetup(25, null, null, "", "17", "", "UTF-8", List.of());
        assertThat(new Doctor(module, compiler, new PluginOrder(List.of(GENERATE, COLLECT, CHECK)), "1.0").findings())
                .filteredOn(finding -> finding.text().startsWith("Lombok "))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("<version>1.18.42</version>"));
    }

    @Test
    void sourcesThatAreGeneratedLaterAreNotSeen() {
        Step behind = new Step("protobuf-maven-plugin", "generate", "generate-sources");
        assertThat(findings(List.of(runtime("1.0")), GENERATE, behind))
                .anyMatch(finding -> finding.text().contains("runs before protobuf-maven-plugin:generate"));
        assertThat(findings(List.of(runtime("1.0")), behind, GENERATE))
                .noneMatch(finding -> finding.text().contains("protobuf"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void limitsAreThoseOfTheKernel() {
        byte[] limit = ExternalTool.in(Path.of("."), "cat").run(new byte[0], "/proc/sys/net/core/rmem_max");
        String bytes = new String(limit, StandardCharsets.US_ASCII).strip();
        assertThat(findings(List.of(runtime("1.0")), GENERATE))
                .anyMatch(finding -> finding.text().contains(" at most " + bytes + " bytes"));
    }

    @Test
    void aDatagramComesBackOnLoopback() {
        assertThat(LoopbackMulticast.tryOut(5000).toString())
                .startsWith("ok    multicast on the loopback interface works");
    }
}
