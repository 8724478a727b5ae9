package org.domaintypesystem.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;

/**
 * Classes that were compiled on their own, as in another jar.
 *
 * @param folder has the classes
 */
public record Library(Path folder) {

    /** Compiles into a folder. */
    public static Library compile(
            Path folder, Map<String, String> sources, List<String> options, Processor... processors) {
        Compilation compilation = SourceCompiler.JAVAC.compile(sources, List.of(), options, List.of(processors));
        if (!compilation.isSuccessful()) {
            throw new AssertionError("does not compile: " + compilation.texts());
        }
        compilation.outputs().forEach((path, content) -> write(folder.resolve(path), content));
        return new Library(folder);
    }

    /** Compiles what uses the library, with javac. */
    public Compilation use(Map<String, String> sources, Processor... processors) {
        return SourceCompiler.JAVAC.compile(sources, List.of(folder), List.of(), List.of(processors));
    }

    public ClassLoader classes() {
        try {
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Library.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
