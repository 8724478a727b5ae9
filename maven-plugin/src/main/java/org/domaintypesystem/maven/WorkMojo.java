package org.domaintypesystem.maven;

import java.io.IOException;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.Work;
import org.domaintypesystem.maven.build.WorkRecords;
import org.domaintypesystem.maven.build.WorkRecords.Outcome;

/** What the goals have in common that make files: they make none again while nothing changed, and leave none behind. */
abstract class WorkMojo extends DtsMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** What is to be done. */
    abstract Work work() throws UserFault;

    /** What is said of its result. */
    abstract String says(int types);

    /** Hands the result to the goals and plugins that come later. Only called if there are types. */
    void addToBuild() {}

    @Override
    void run() throws IOException, UserFault {
        Outcome outcome = new WorkRecords(module()).bringUpToDate(workName(), pluginHash(), work());
        outcome.warnings().forEach(getLog()::warn);
        getLog().info((outcome.isNew() ? "" : "nothing changed: ") + says(outcome.types()));
        if (outcome.types() > 0) {
            addToBuild();
        }
    }

    final PluginDescriptor plugin() {
        return plugin;
    }

    /** What tells the work of this execution from that of others of the module. */
    final String workName() {
        return execution().getGoal() + '@' + execution().getExecutionId();
    }

    /** The version of the plugin; and since one that is not released yet has many with the same name, its content, too. */
    private ContentHash pluginHash() throws IOException {
        ContentHash hash = new ContentHash().add("version", version()).add("work", workName());
        for (Artifact artifact : plugin.getArtifacts()) {
            if (artifact.getFile() != null) {
                hash.add(artifact.getId(), artifact.getFile().toPath());
            }
        }
        return hash;
    }
}
