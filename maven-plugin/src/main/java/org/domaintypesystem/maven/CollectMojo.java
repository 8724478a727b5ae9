package org.domaintypesystem.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.collect.Collector;
import org.domaintypesystem.maven.collect.MissingCodecs;

/**
 * Puts the schemas of the module in order, under META-INF/dts of its classes: none is missing, none is left over from a type
 * that is gone, and index.txt lists them. Copies those of its dependencies to a folder, so that
 * <code>capnp compile -Itarget/dts -Itarget/classes/META-INF/dts</code> finds them all. Fails if an annotated type has no
 * codec, which means that the annotation processor did not run, and says what to do.
 */
@Mojo(
        name = "collect",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CollectMojo extends WorkMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.collect.skip", defaultValue = "false")
    private boolean skip;

    /** The folder for schemas of dependencies. The goal owns it: schemas that it did not put there are deleted. */
    @Parameter(defaultValue = "${project.build.directory}/dts", required = true)
    private File dependenciesDirectory;

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    Collector work() {
        Module module = module();
        return new Collector(
                module,
                new FileTree(dependenciesDirectory.toPath()),
                new MissingCodecs(compiler().place(hasProcessor(module)), isBound("generate"), version()));
    }

    @Override
    String says(int types) {
        return types == 0 ? "there are no schemas" : "schemas of " + Count.of(types, "type");
    }
}
