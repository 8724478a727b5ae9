package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Maven module that is built.
 *
 * @param base its folder
 * @param output where everything goes that is built: {@code target}
 * @param classes where its compiled classes are
 * @param sources folders of Java sources; some may not exist
 * @param libraries what it depends on, in the order of its class path
 */
public record Module(Path base, Path output, Path classes, List<Path> sources, List<Library> libraries) {
    public Module {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
    }

    /** The same, with a library in front of the others. */
    public Module with(Library first) {
        List<Library> all = new ArrayList<>(List.of(first));
        all.addAll(libraries);
        return new Module(base, output, classes, sources, all);
    }

    /** Adds what the module depends on: who it is, in which order, and what is in it. */
    public void addLibraries(ContentHash inputs) throws IOException {
        for (Library library : libraries) {
            inputs.add("library", library.toString()).add("content", library.file());
        }
    }

    /** A path as a person who looks at the module's folder wants to see it. */
    public String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(folder()) ? folder().relativize(absolute).toString() : absolute.toString();
    }

    /** A path as it is written down: with slashes on every system, and relative if it is in the module's folder. */
    public String name(Path path) {
        return shown(path).replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The file of that name. */
    public Path file(String name) {
        return folder().resolve(name);
    }

    /** Deletes the file of that name if it is there, and the folders in the module's that are empty then. */
    void delete(String name) throws IOException {
        if (file(name).startsWith(folder())) {
            new FileTree(folder()).delete(name);
        } else {
            Files.deleteIfExists(file(name));
        }
    }

    private Path folder() {
        return base.toAbsolutePath().normalize();
    }
}
