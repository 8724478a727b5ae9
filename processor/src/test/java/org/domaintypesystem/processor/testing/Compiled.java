package org.domaintypesystem.processor.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.DtsProcessor;

/** Sources that were compiled in memory with the processor. */
public final class Compiled {
    private static final String OUTPUT = "/CLASS_OUTPUT/";
    private static final String SOURCES = "/SOURCE_OUTPUT/";

    private final Compilation compilation;
    private final ClassLoader classes = new MemoryClasses();

    private Compiled(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Compiles with every warning on and counted as an error, as strict users do. */
    public static Compiled strictly(Map<String, String> sources) {
        Compilation compilation = compile(sources, List.of("-Xlint:all,-processing", "-Werror"), new DtsProcessor());
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError("does not compile: " + compilation.diagnostics());
        }
        return new Compiled(compilation);
    }

    /**
     * Compiles.
     *
     * @param sources by full class name
     */
    public static Compilation compile(Map<String, String> sources, List<String> options, Processor... processors) {
        List<JavaFileObject> files = sources.entrySet().stream()
                .map(source -> JavaFileObjects.forSourceString(source.getKey(), source.getValue()))
                .toList();
        return Compiler.javac().withOptions(options).withProcessors(processors).compile(files);
    }

    public static Compiled of(Compilation compilation) {
        return new Compiled(compilation);
    }

    /** The text of every generated source and schema, by its path. */
    public SortedMap<String, String> generatedTexts() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            String path = file.toUri().getPath();
            if (path.startsWith(SOURCES)) {
                texts.put(path.substring(SOURCES.length()), text(file));
            } else if (path.endsWith(".capnp")) {
                texts.put(path.substring(OUTPUT.length()), text(file));
            }
        }
        return texts;
    }

    /** Writes the generated schemas below a folder, as they lie in {@code META-INF/dts}. */
    public void writeSchemas(Path folder) throws IOException {
        for (Map.Entry<String, String> text : generatedTexts().entrySet()) {
            if (text.getKey().endsWith(".capnp")) {
                Path file = folder.resolve(text.getKey().substring("META-INF/dts/".length()));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue());
            }
        }
    }

    public Class<?> load(String name) {
        try {
            return Class.forName(name, true, classes);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The generated codec of a type. */
    @SuppressWarnings("unchecked")
    public Codec<Object> codecOf(Class<?> type) {
        try {
            return (Codec<Object>) load(type.getName().replace('$', '_') + "Codec")
                    .getField("INSTANCE")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(JavaFileObject file) {
        return new String(bytes(file), UTF_8);
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class MemoryClasses extends ClassLoader {
        MemoryClasses() {
            super(Compiled.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String path = OUTPUT + name.replace('.', '/') + ".class";
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.toUri().getPath().equals(path)) {
                    byte[] code = bytes(file);
                    return defineClass(name, code, 0, code.length);
                }
            }
            throw new ClassNotFoundException(name);
        }
    }
}
