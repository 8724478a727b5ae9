package org.domaintypesystem.maven.build;

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

    /** A path as a person who looks at the module's folder wants to see it. */
    public String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = base.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
    }
}
