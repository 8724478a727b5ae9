package org.domaintypesystem.maven;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.check.Release;
import org.domaintypesystem.maven.collect.SchemaArchive;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the schemas of the module to it, as a jar with classifier <code>schemas</code>, for those who use them from
 * another language. The root of the jar is the import path, and it holds all that its schemas refer to, so that
 * <code>capnp compile -oc++ -I. brewery/Temperature.capnp</code> works where it is unpacked.
 */
@Mojo(
        name = "attach",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class AttachMojo extends WorkMojo {
    /** Before this, a date cannot be written into a jar; and it is the usual one where builds are to be reproducible. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final MavenProjectHelper projects;

    /** Leaves this goal out. */
    @Parameter(property = "dts.attach.skip", defaultValue = "false")
    private boolean skip;

    /** The folder for the jar. */
    @Parameter(defaultValue = "${project.build.directory}", required = true)
    private File outputDirectory;

    /** The date of all that is in the jar, as for the other jars of the build. Without it, it is one long ago. */
    @Parameter(property = "project.build.outputTimestamp")
    private @Nullable String outputTimestamp;

    @Inject
    AttachMojo(MavenProjectHelper projects) {
        this.projects = projects;
    }

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    SchemaArchive work() throws UserFault {
        return new SchemaArchive(module(), file(), date());
    }

    @Override
    String says(int types) {
        return types == 0
                ? "there are no schemas to attach"
                : "schemas of " + Count.of(types, "type") + " in " + module().shown(file());
    }

    @Override
    void addToBuild() {
        projects.attachArtifact(project(), "jar", Release.CLASSIFIER, file().toFile());
    }

    private Path file() {
        return outputDirectory
                .toPath()
                .resolve(project().getBuild().getFinalName() + '-' + Release.CLASSIFIER + ".jar");
    }

    private LocalDateTime date() throws UserFault {
        if (outputTimestamp == null || outputTimestamp.strip().length() < 2) {
            return EARLIEST;
        }
        String text = outputTimestamp.strip();
        try {
            LocalDateTime date = text.chars().allMatch(Character::isDigit)
                    ? LocalDateTime.ofEpochSecond(Long.parseLong(text), 0, ZoneOffset.UTC)
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime();
            return date.isBefore(EARLIEST) ? EARLIEST : date;
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new UserFault("project.build.outputTimestamp is no date: " + text);
        }
    }
}
