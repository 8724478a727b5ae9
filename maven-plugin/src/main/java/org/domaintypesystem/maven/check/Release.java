package org.domaintypesystem.maven.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Jar;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.classes.CompiledTypes;
import org.domaintypesystem.maven.collect.SchemaIndex;
import org.domaintypesystem.maven.collect.SchemaTexts;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/** Fetches the schemas of a release: those attached to it or, if it has none, those in its jar. */
public final class Release {
    /** The classifier of attached schemas. */
    public static final String CLASSIFIER = "schemas";

    private static final String LAST = "last";

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    public Release(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    /**
     * What a release promises.
     *
     * @param wanted coordinates, or {@code last}
     * @return nothing if the last release is wanted and there is none
     * @throws UserFault if the release cannot be had
     */
    public Optional<Promise> promise(String wanted) throws IOException, UserFault {
        String[] parts = wanted.split(":");
        String version;
        if (wanted.equals(LAST)) {
            parts = new String[] {project.getGroupId(), project.getArtifactId()};
            Optional<String> last = lastVersion();
            if (last.isEmpty()) {
                return Optional.empty();
            }
            version = last.get();
        } else if (parts.length == 3) {
            version = parts[2];
        } else {
            throw new UserFault("dts.release is \"" + wanted + "\": write group:artifact:version, or " + LAST);
        }
        String name = parts[0] + ':' + parts[1] + ':' + version;
        try {
            Path schemas = resolve(new DefaultArtifact(parts[0], parts[1], CLASSIFIER, "jar", version));
            return Optional.of(new Promise(name, attached(name, schemas)));
        } catch (ArtifactResolutionException withoutSchemas) {
            try {
                Path jar = resolve(new DefaultArtifact(parts[0], parts[1], "jar", version));
                return Optional.of(new Promise(name, inJar(name, jar)));
            } catch (ArtifactResolutionException e) {
                throw new UserFault("the release " + name + " cannot be had: " + e.getMessage());
            }
        }
    }

    private Path resolve(Artifact artifact) throws ArtifactResolutionException {
        ArtifactRequest request = new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
        return repositories
                .resolveArtifact(session.getRepositorySession(), request)
                .getArtifact()
                .getFile()
                .toPath();
    }

    private Optional<String> lastVersion() throws UserFault {
        Artifact below = new DefaultArtifact(
                project.getGroupId(), project.getArtifactId(), "jar", "(," + project.getVersion() + ')');
        VersionRangeRequest request = new VersionRangeRequest(below, project.getRemoteProjectRepositories(), null);
        try {
            List<Version> versions = repositories
                    .resolveVersionRange(session.getRepositorySession(), request)
                    .getVersions();
            return versions.stream()
                    .map(Version::toString)
                    .filter(version -> !version.endsWith("-SNAPSHOT"))
                    .reduce((older, newer) -> newer);
        } catch (VersionRangeResolutionException e) {
            throw new UserFault("the last release of this module cannot be found: " + e.getMessage());
        }
    }

    private static SchemaTexts attached(String name, Path jar) throws IOException {
        return Jar.read(jar, root -> {
            SchemaTexts all = SchemaTexts.in(name, root);
            Path index = root.resolve(SchemaIndex.NAME);
            return Files.exists(index) ? all.only(SchemaIndex.paths(new FileTree(root).text(SchemaIndex.NAME))) : all;
        });
    }

    private static SchemaTexts inJar(String name, Path jar) throws IOException {
        return Jar.read(jar, root -> {
            SortedMap<String, String> texts = new TreeMap<>();
            CompiledTypes.in(root).codecs().forEach((path, codec) -> texts.put(path, codec.text()));
            return new SchemaTexts(name, texts);
        });
    }
}
