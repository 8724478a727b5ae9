package org.domaintypesystem.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.Parameter;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.WorkRecords;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.generate.Generation;

/** What the goals that generate have in common. */
abstract class GenerationMojo extends WorkMojo {
    /** Adapters that serve all types, by their full names. */
    @Parameter(property = "dts.adapters")
    private List<String> adapters = List.of();

    /** The sources to generate for, and what they are compiled with. */
    abstract Module sources();

    /** How they are compiled. */
    abstract CompilerSetup compilation();

    abstract File sourcesDirectory();

    abstract File schemasDirectory();

    @Override
    final void run() throws IOException, UserFault {
        ProcessorPlace place = compilation().place(hasProcessor(sources()));
        if (place.runs()) {
            new WorkRecords(module()).undo(workName(), work());
            getLog().info("nothing to generate, since compiling does it: " + place.why());
        } else {
            super.run();
        }
    }

    @Override
    final Generation work() {
        return new Generation(
                sources(),
                compilation(),
                processorPath(),
                options(),
                new FileTree(sourcesDirectory().toPath()),
                new FileTree(schemasDirectory().toPath()));
    }

    @Override
    final String says(int types) {
        return types == 0 ? "there are no annotated types" : "generated for " + Count.of(types, "type");
    }

    /** Adds a folder to those whose content is copied, unless it is one. */
    static void add(File folder, List<Resource> resources) {
        if (resources.stream().noneMatch(resource -> folder.getPath().equals(resource.getDirectory()))) {
            Resource resource = new Resource();
            resource.setDirectory(folder.getPath());
            resources.add(resource);
        }
    }

    /** All that the plugin depends on, with what a POM adds to that; what Maven itself has is not among it. */
    private List<Path> processorPath() {
        List<Path> path = new ArrayList<>();
        for (Artifact artifact : plugin().getArtifacts()) {
            if (artifact.getFile() != null && !artifact.getArtifactId().equals(plugin().getArtifactId())) {
                path.add(artifact.getFile().toPath());
            }
        }
        return path;
    }

    private List<String> options() {
        return adapters.isEmpty() ? List.of() : List.of("-Adts.adapters=" + String.join(",", adapters));
    }
}
