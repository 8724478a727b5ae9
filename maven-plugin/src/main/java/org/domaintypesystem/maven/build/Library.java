package org.domaintypesystem.maven.build;

import java.nio.file.Path;

/**
 * Something that a module depends on.
 *
 * @param file a jar; or a folder of classes, of a module of the same build that has not been packaged
 */
public record Library(String groupId, String artifactId, String version, Path file) {
    public static final String GROUP = "org.domaintypesystem";

    /** Whether it is this part of DTS. */
    public boolean isOurs(String artifact) {
        return groupId.equals(GROUP) && artifactId.equals(artifact);
    }

    @Override
    public String toString() {
        return groupId + ':' + artifactId + ':' + version;
    }
}
