package org.domaintypesystem.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.WorkRecord;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.generate.Generation;
import org.domaintypesystem.maven.generate.Generation.Generated;

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
public final class GenerateMojo extends DtsMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Leaves this goal out. */
    @Parameter(property = "dts.generate.skip", defaultValue = "false")
    private boolean skip;

    /** The folder for generated sources. The goal owns it: what it did not generate is deleted. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/dts", required = true)
    private File sourcesDirectory;

    /** The folder for generated schemas. The goal owns it, too. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/dts", required = true)
    private File schemasDirectory;

    /** Adapters that serve all types, by their full names. */
    @Parameter(property = "dts.adapters")
    private List<String> adapters = List.of();

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    void run() throws IOException, UserFault {
        Module module = module();
        CompilerSetup compiler = compiler();
        ProcessorPlace place = compiler.place(hasProcessor(module));
        if (place.runs()) {
            getLog().info("nothing to generate, since compiling does it: " + place.why());
            return;
        }
        Generated generated = new Generation(
                        module,
                        compiler,
                        processorPath(),
                        options(),
                        new FileTree(sourcesDirectory.toPath()),
                        new FileTree(schemasDirectory.toPath()))
                .generate(new WorkRecord(module.output(), workName()), version() + ' ' + workName());
        generated.warnings().forEach(getLog()::warn);
        getLog().info((generated.isNew() ? "generated for " : "nothing changed since it was generated for ")
                + Count.of(generated.schemas(), "type"));
        if (generated.schemas() > 0) {
            project().addCompileSourceRoot(sourcesDirectory.getPath());
            Resource schemas = new Resource();
            schemas.setDirectory(schemasDirectory.getPath());
            project().addResource(schemas);
        }
    }

    /** All that the plugin depends on, with what a POM adds to that; what Maven itself has is not among it. */
    private List<Path> processorPath() {
        List<Path> path = new ArrayList<>();
        for (Artifact artifact : plugin.getArtifacts()) {
            if (artifact.getFile() != null && !artifact.getArtifactId().equals(plugin.getArtifactId())) {
                path.add(artifact.getFile().toPath());
            }
        }
        return path;
    }

    private List<String> options() {
        return adapters.isEmpty() ? List.of() : List.of("-Adts.adapters=" + String.join(",", adapters));
    }
}
