package org.domaintypesystem.processor.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that the processor has to work in: that of the JDK, and that of Eclipse. */
public enum SourceCompiler {
    JAVAC(ToolProvider.getSystemJavaCompiler(), List.of(), List.of("-Xlint:all,-processing", "-Werror")),
    /** Knows no position of records and their members, nor of enum constants: what is said of these has line 0. */
    ECLIPSE(
            new EclipseCompiler(),
            List.of("--release", "17"),
            // A codec of an empty record names elements of which it has nothing to write; random sources import all,
            // and silence warnings that only the processor knows.
            List.of("-warn:-unusedLocal,unusedImport,warningToken", "-failOnWarning"));

    private final JavaCompiler compiler;
    private final List<String> options;
    private final List<String> strictOptions;

    SourceCompiler(JavaCompiler compiler, List<String> options, List<String> strictOptions) {
        this.compiler = compiler;
        this.options = options;
        this.strictOptions = strictOptions;
    }

    /** The options that have all warnings counted as errors. */
    List<String> strictOptions() {
        return strictOptions;
    }

    /**
     * Compiles in a folder that exists only meanwhile.
     *
     * @param sources by full class name, handed to the compiler in the order of the map
     * @param libraries folders with more classes
     */
    Compilation compile(
            Map<String, String> sources,
            List<Path> libraries,
            List<String> moreOptions,
            List<? extends Processor> processors) {
        try {
            Path folder = Files.createTempDirectory("compilation");
            try {
                return compile(folder, write(sources, folder.resolve("in")), libraries, moreOptions, processors);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compilation compile(
            Path folder,
            List<Path> sources,
            List<Path> libraries,
            List<String> moreOptions,
            List<? extends Processor> processors)
            throws IOException {
        Path generated = Files.createDirectories(folder.resolve("generated"));
        Path output = Files.createDirectories(folder.resolve("output"));
        List<String> allOptions = new ArrayList<>(options);
        allOptions.addAll(moreOptions);
        List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
        DiagnosticListener<JavaFileObject> listener = diagnostic -> {
            diagnostic.getLineNumber(); // Found on demand, and the source will be gone.
            diagnostics.add(diagnostic);
        };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(listener, Locale.ROOT, UTF_8)) {
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(libraries));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(), files, listener, allOptions, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            boolean isSuccessful = task.call();
            return new Compilation(isSuccessful, diagnostics, content(generated), content(output));
        }
    }

    private static List<Path> classPath(List<Path> libraries) {
        return Stream.concat(
                        libraries.stream(),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of))
                .toList();
    }

    private static List<Path> write(Map<String, String> sources, Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path path = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(path.getParent());
            Files.writeString(path, source.getValue());
            paths.add(path);
        }
        return paths;
    }

    private static SortedMap<String, byte[]> content(Path folder) throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
