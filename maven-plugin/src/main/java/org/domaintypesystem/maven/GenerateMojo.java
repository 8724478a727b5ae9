package org.domaintypesystem.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.compiler.CompilerSetup;

/**
 * Generates codecs, publishers, listeners, views and schemas of the annotated types, and adds them to the build. The
 * annotation processor comes with this plugin: neither the compiler plugin nor the class path has to name it, on any JDK.
 * Does nothing where the compiler plugin runs the processor itself.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends GenerationMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.generate.skip", defaultValue = "false")
    private boolean skip;

    /** The folder for generated sources. The goal owns it: what it did not generate is deleted. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/dts", required = true)
    private File sourcesDirectory;

    /** The folder for generated schemas. The goal owns it, too. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/dts", required = true)
    private File schemasDirectory;

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    Module sources() {
        return module();
    }

    @Override
    CompilerSetup compilation() {
        return compiler();
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
        project().addCompileSourceRoot(sourcesDirectory.getPath());
        add(schemasDirectory, project().getBuild().getResources());
    }
}
