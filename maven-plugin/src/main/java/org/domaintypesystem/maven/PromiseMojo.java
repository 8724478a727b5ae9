package org.domaintypesystem.maven;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.check.Baseline;
import org.domaintypesystem.maven.check.Promise;
import org.domaintypesystem.maven.check.Release;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that look at the baseline have in common. */
abstract class PromiseMojo extends DtsMojo {
    private final RepositorySystem repositories;

    /** The folder with the schemas that this module has promised, to be committed with the sources. */
    @Parameter(property = "dts.baseline", defaultValue = "${project.basedir}/src/main/dts", required = true)
    private File baselineDirectory;

    /**
     * Which programs have to go on understanding each other: FULL (old and new ones in both directions, right for a network
     * where nobody knows which program is updated first), BACKWARD (new programs read what old ones wrote), FORWARD (old
     * programs read what new ones wrote), or NONE.
     */
    @Parameter(property = "dts.level", defaultValue = "FULL", required = true)
    private Compatibility level;

    /**
     * A release to compare with, beside the baseline: <code>group:artifact:version</code>, or <code>last</code> for the last
     * release of this module. Changes that were accepted in the baseline are accepted here, too.
     */
    @Parameter(property = "dts.release")
    private @Nullable String release;

    PromiseMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    final boolean isReleaseWanted() {
        return release != null && !release.isBlank();
    }

    /** What the release promises; nothing if none is wanted, or if there is no last one. */
    final Optional<Promise> released() throws IOException, UserFault {
        return release == null || release.isBlank()
                ? Optional.empty()
                : new Release(repositories, session(), project()).promise(release.strip());
    }

    final Compatibility level() {
        return level;
    }

    final Baseline baseline(Module module) {
        return new Baseline(module, baselineDirectory.toPath());
    }

    /** The module, which has to be compiled. */
    final Module compiled() throws UserFault {
        Module module = module();
        boolean hasSources =
                module.sources().stream().anyMatch(source -> source.toFile().isDirectory());
        if (hasSources && !module.classes().toFile().isDirectory()) {
            throw new UserFault("the module is not compiled: mvn verify does that before this goal runs, or name"
                    + " process-classes before it");
        }
        return module;
    }
}
