package org.domaintypesystem.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.compiler.CompilerPlugin;
import org.domaintypesystem.maven.compiler.CompilerSetup;

/** What all goals have in common: what Maven hands in, how they are left out, and whose fault a failure is. */
public abstract class DtsMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Leaves all goals of this plugin out. */
    @Parameter(property = "dts.skip", defaultValue = "false")
    private boolean skipAll;

    /** Whether this goal is to be left out. */
    abstract boolean isSkipped();

    abstract void run() throws IOException, UserFault;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skipAll || isSkipped()) {
            getLog().info("skipped");
            return;
        }
        if (project.getPackaging().equals("pom") && isOfSources()) {
            return;
        }
        try {
            run();
        } catch (UserFault fault) {
            throw new MojoFailureException(fault.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("a file could not be read or written: " + e, e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException(
                    "this should not happen in goal " + execution.getGoal() + " of dts-maven-plugin " + version()
                            + ", please report it: " + e,
                    e);
        }
    }

    /** Whether the goal has nothing to do in a project of packaging pom. */
    boolean isOfSources() {
        return true;
    }

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final MojoExecution execution() {
        return execution;
    }

    /** The version of this plugin, which is that of all DTS. */
    final String version() {
        return execution.getVersion();
    }

    /** The module with its main sources. */
    final Module module() {
        return module(project.getBuild().getOutputDirectory(), project.getCompileSourceRoots());
    }

    final Module module(String classes, List<String> sources) {
        List<Library> libraries = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getFile() != null) {
                libraries.add(library(artifact));
            }
        }
        return new Module(
                project.getBasedir().toPath(),
                Path.of(project.getBuild().getDirectory()),
                Path.of(classes),
                sources.stream().map(Path::of).toList(),
                libraries);
    }

    static Library library(Artifact artifact) {
        return new Library(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getBaseVersion(),
                artifact.getFile().toPath());
    }

    /** How the main sources are compiled. */
    final CompilerSetup compiler() {
        return compiler("default-compile");
    }

    final CompilerSetup compiler(String executionId) {
        return new CompilerPlugin(project, session.getUserProperties(), executionId).setup();
    }

    /** Whether what the module is compiled with has the processor. */
    static boolean hasProcessor(Module module) {
        return module.libraries().stream().anyMatch(library -> library.isOurs("dts-processor"));
    }

    /** Whether a goal of this plugin is part of the build. */
    final boolean isBound(String goal) {
        Plugin own = project.getPlugin(execution.getGroupId() + ':' + execution.getArtifactId());
        return own != null
                && own.getExecutions().stream()
                        .anyMatch(bound -> bound.getGoals().contains(goal));
    }
}
