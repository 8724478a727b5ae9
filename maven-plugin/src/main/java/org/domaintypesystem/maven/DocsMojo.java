package org.domaintypesystem.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.docs.CatalogueFiles;

/**
 * Writes a catalogue of the types of the module, and of those of its dependencies that they refer to: what they mean, what is
 * in them, where they travel, and who uses whom. There are two files with the same content, <code>types.html</code>, which
 * needs no network, and <code>types.md</code>.
 */
@Mojo(
        name = "docs",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class DocsMojo extends WorkMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.docs.skip", defaultValue = "false")
    private boolean skip;

    /** The folder for the catalogue. */
    @Parameter(property = "dts.docs.directory", defaultValue = "${project.build.directory}/dts-docs", required = true)
    private File outputDirectory;

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    CatalogueFiles work() {
        String title = project().getGroupId()
                + ':'
                + project().getArtifactId()
                + ':'
                + project().getVersion();
        return new CatalogueFiles(module(), title, new FileTree(outputDirectory.toPath()));
    }

    @Override
    String says(int types) {
        return types == 0
                ? "there are no types for a catalogue"
                : "catalogue of " + Count.of(types, "type") + " in " + module().shown(outputDirectory.toPath());
    }
}
