package org.domaintypesystem.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.WorkRecord;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.generate.Generation;
import org.domaintypesystem.maven.generate.Generation.Generated;

/** What the goals that generate have in common. */
abstract class GenerationMojo extends DtsMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Adapters that serve all types, by their full names. */
    @Parameter(property = "dts.adapters")
    private List<String> adapters = List.of();

    /** Generates, unless compiling does it; whether there is anything to add to the build. */
    final boolean generate(Module module, CompilerSetup compiler, File sources, File schemas)
            throws IOException, UserFault {
        ProcessorPlace place = compiler.place(hasProcessor(module));
        if (place.runs()) {
            getLog().info("nothing to generate, since compiling does it: " + place.why());
            return false;
        }
        Generated generated = new Generation(
                        module,
                        compiler,
                        processorPath(),
                        options(),
                        new FileTree(sources.toPath()),
                        new FileTree(schemas.toPath()))
                .generate(new WorkRecord(module.output(), workName()), version() + ' ' + workName());
        generated.warnings().forEach(getLog()::warn);
        getLog().info((generated.isNew() ? "generated for " : "nothing changed since it was generated for ")
                + Count.of(generated.schemas(), "type"));
        return generated.schemas() > 0;
    }

    static Resource resource(File folder) {
        Resource resource = new Resource();
        resource.setDirectory(folder.getPath());
        return resource;
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
