package org.domaintypesystem.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.check.Baseline;
import org.domaintypesystem.schema.compatibility.Compatibility;

/** What the goals that look at the baseline have in common. */
abstract class PromiseMojo extends DtsMojo {
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
