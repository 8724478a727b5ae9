package org.domaintypesystem.processor.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.DtsProcessor;

/** Sources that were compiled with the processor, and their classes. */
public final class Compiled {
    private final Compilation compilation;
    private final ClassLoader classes;

    private Compiled(Compilation compilation, ClassLoader libraries) {
        this.compilation = compilation;
        this.classes = new MemoryClasses(libraries);
    }

    /** Compiles with javac, with every warning on and counted as an error, as strict users do. */
    public static Compiled strictly(Map<String, String> sources) {
        return strictly(SourceCompiler.JAVAC, sources);
    }

    /** Compiles with every warning on and counted as an error, as strict users of that compiler do. */
    public static Compiled strictly(SourceCompiler compiler, Map<String, String> sources) {
        Compilation compilation = compile(compiler, sources, compiler.strictOptions(), new DtsProcessor());
        if (!compilation.isSuccessful()) {
            throw new AssertionError("does not compile: " + compilation.texts());
        }
        return of(compilation);
    }

    /**
     * Compiles with javac.
     *
     * @param sources by full class name
     */
    public static Compilation compile(Map<String, String> sources, List<String> options, Processor... processors) {
        return compile(SourceCompiler.JAVAC, sources, options, processors);
    }

    /**
     * Compiles.
     *
     * @param sources by full class name, handed to the compiler in the order of the map
     */
    public static Compilation compile(
            SourceCompiler compiler, Map<String, String> sources, List<String> options, Processor... processors) {
        return compiler.compile(sources, List.of(), options, List.of(processors));
    }

    public static Compiled of(Compilation compilation) {
        return new Compiled(compilation, Compiled.class.getClassLoader());
    }

    /** With the classes of the libraries that it was compiled with. */
    public static Compiled of(Compilation compilation, ClassLoader libraries) {
        return new Compiled(compilation, libraries);
    }

    /** The text of every generated source and schema, by its path. */
    public SortedMap<String, String> generatedTexts() {
        SortedMap<String, String> texts = new TreeMap<>();
        compilation.sources().forEach((path, content) -> texts.put(path, new String(content, UTF_8)));
        compilation.outputs().forEach((path, content) -> {
            if (path.endsWith(".capnp")) {
                texts.put(path, new String(content, UTF_8));
            }
        });
        return texts;
    }

    /** The generated schemas, and those of the runtime, by their paths below {@code META-INF/dts}. */
    public SortedMap<String, String> schemas() throws IOException {
        SortedMap<String, String> schemas = new TreeMap<>();
        generatedTexts().forEach((path, text) -> {
            if (path.endsWith(".capnp")) {
                schemas.put(path.substring("META-INF/dts/".length()), text);
            }
        });
        for (String name : List.of("Uuid", "Decimal", "LocalDateTime", "OffsetDateTime", "ZonedDateTime")) {
            String path = "dts/" + name + ".capnp";
            try (InputStream schema = Codec.class.getResourceAsStream("/META-INF/dts/" + path)) {
                schemas.put(path, new String(schema.readAllBytes(), UTF_8));
            }
        }
        return schemas;
    }

    /** Writes the schemas below a folder, as they lie in {@code META-INF/dts}. */
    public void writeSchemas(Path folder) throws IOException {
        for (Map.Entry<String, String> schema : schemas().entrySet()) {
            Path file = folder.resolve(schema.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, schema.getValue());
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
            Field instance = load(type.getName().replace('$', '_') + "Codec").getField("INSTANCE");
            // A codec is as visible as its type.
            instance.setAccessible(true);
            return (Codec<Object>) instance.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private final class MemoryClasses extends ClassLoader {
        MemoryClasses(ClassLoader libraries) {
            super(libraries);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = compilation.outputs().get(name.replace('.', '/') + ".class");
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
