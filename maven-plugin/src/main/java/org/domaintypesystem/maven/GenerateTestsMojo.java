package org.domaintypesystem.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.compiler.CompilerSetup;

/** Does for the annotated types among the tests what goal generate does for the others. */
@Mojo(
        name = "generate-tests",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestsMojo extends GenerationMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.generateTests.skip", defaultValue = "false")
    private boolean skip;

    /** Whether tests are compiled at all. */
    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean skipTests;

    /** The folder for generated sources. The goal owns it: what it did not generate is deleted. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/dts", required = true)
    private File sourcesDirectory;

    /** The folder for generated schemas. The goal owns it, too. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-resources/dts", required = true)
    private File schemasDirectory;

    @Override
    boolean isSkipped() {
        return skip || skipTests;
    }

    @Override
    Module sources() {
        Library tested = new Library(
                project().getGroupId(),
                project().getArtifactId(),
                project().getVersion(),
                Path.of(project().getBuild().getOutputDirectory()));
        return module(project().getBuild().getTestOutputDirectory(), project().getTestCompileSourceRoots())
                .with(tested);
    }

    @Override
    CompilerSetup compilation() {
        return compiler("default-testCompile");
    }

    @Override
    File sourcesDirectory() {
        return sourcesDirectory;
    }

    @Override
    File schemasDirectory() {
        return schemasDirectory;
    }

    @Override
    void addToBuild() {
        project().addTestCompileSourceRoot(sourcesDirectory.getPath());
        add(schemasDirectory, project().getBuild().getTestResources());
    }
}
