package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;

/** Jars, read as if they were folders. */
public final class Jar {
    private Jar() {}

    /** What is to be read; the root is valid as long as this runs. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Path root) throws IOException;
    }

    /**
     * Reads a jar.
     *
     * @throws IOException if it cannot be read, with its name
     */
    public static <T> T read(Path jar, Reader<T> reader) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return reader.read(files.getPath("/"));
        } catch (IOException | ProviderNotFoundException e) {
            throw new IOException(jar + " cannot be read as a jar: " + e.getMessage(), e);
        }
    }
}
