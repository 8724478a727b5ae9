package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder and what is in it. Names of files are relative to it, with slashes on every system. */
public record FileTree(Path root) {

    /** The names of all files, sorted; none if the folder does not exist. */
    public SortedSet<String> names() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                files.filter(Files::isRegularFile).forEach(file -> names.add(name(file)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return names;
    }

    /** The names that end in that way. */
    public SortedSet<String> names(String ending) throws IOException {
        SortedSet<String> names = names();
        names.removeIf(name -> !name.endsWith(ending));
        return names;
    }

    /** The names of the files in the same folder as that one, whether it exists or not. */
    public SortedSet<String> namesBeside(String name) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        Path folder = file(name).getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> names.add(name(file)));
            }
        }
        return names;
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    public String text(String name) throws IOException {
        return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Writes a file unless it has that content: others take a new date for a change. */
    public void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file unless it has that content. */
    public void write(String name, byte[] content) throws IOException {
        Path file = file(name);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    /** Deletes a file if it is there, and the folders that are empty then. */
    public void delete(String name) throws IOException {
        Path file = file(name);
        Files.deleteIfExists(file);
        for (Path folder = file.getParent();
                folder != null && !folder.equals(root) && Files.isDirectory(folder) && isEmpty(folder);
                folder = folder.getParent()) {
            Files.delete(folder);
        }
    }

    /** Makes this folder hold what another one holds, and nothing else. */
    public void mirror(FileTree other) throws IOException {
        SortedSet<String> names = other.names();
        for (String name : names) {
            write(name, Files.readAllBytes(other.file(name)));
        }
        SortedSet<String> leftOver = names();
        leftOver.removeAll(names);
        for (String name : leftOver) {
            delete(name);
        }
    }

    /** Deletes the folder with all that is in it. */
    public void deleteAll() throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Whether a path leads into this folder. */
    public boolean contains(Path path) {
        return absolute(path).startsWith(absolute(root));
    }

    /** The name of a file in this folder. */
    public String name(Path file) {
        Path path = absolute(root).relativize(absolute(file));
        return path.toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
