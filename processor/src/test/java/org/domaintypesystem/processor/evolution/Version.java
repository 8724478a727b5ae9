package org.domaintypesystem.processor.evolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.TypeIds;

/** One version of some types and of values of the first of them, compiled in a class loader of its own. */
final class Version {
    private static final Pattern NAME = Pattern.compile("\\b(?:record|class|enum|interface) (\\w+)(?![\\w.])");
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
    private static final String SCHEMAS = "META-INF/dts/";
    private static final int ROOM = 1 << 16;

    private final Compiled compiled;
    private final String namespace;
    private final String root;

    private Version(Compiled compiled, String namespace, String root) {
        this.compiled = compiled;
        this.namespace = namespace;
        this.root = root;
    }

    /**
     * Compiles strictly.
     *
     * @param declarations each one becomes a file of the first one's package, which is {@code lab} if it says nothing else
     */
    static Version of(List<String> declarations) {
        return of(declarations, Map.of());
    }

    /**
     * Compiles strictly.
     *
     * @param values expressions by the name that {@link #values} knows them by
     */
    static Version of(List<String> declarations, Map<String, List<String>> values) {
        Matcher given = PACKAGE.matcher(declarations.get(0));
        String namespace = given.find() ? given.group(1) : "lab";
        Map<String, String> sources = new LinkedHashMap<>();
        declarations.forEach(text -> add(text, namespace, sources));
        values.forEach((name, expressions) ->
                add("""
                final class %s {
                    static final List<Object> ALL = Arrays.<Object>asList(%s);

                    private %s() {}
                }
                """.formatted(name, String.join(",\n", expressions), name), namespace, sources));
        return new Version(Compiled.strictly(sources), namespace, name(declarations.get(0)));
    }

    private static void add(String declaration, String namespace, Map<String, String> sources) {
        sources.put(namespace + "." + name(declaration), """
                package %s;

                import java.math.*;
                import java.net.URI;
                import java.nio.file.Path;
                import java.time.*;
                import java.util.*;
                import org.domaintypesystem.annotation.*;
                import org.jspecify.annotations.*;

                %s
                """.formatted(
                        namespace, PACKAGE.matcher(declaration).replaceFirst("")));
    }

    private static String name(String declaration) {
        Matcher name = NAME.matcher(declaration);
        if (!name.find()) {
            throw new IllegalArgumentException(declaration);
        }
        return name.group(1);
    }

    @SuppressWarnings("unchecked")
    List<Object> values(String name) {
        try {
            var all = compiled.load(namespace + "." + name).getDeclaredField("ALL");
            all.setAccessible(true);
            return (List<Object>) all.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    byte[] encode(Object value) {
        byte[] buffer = new byte[ROOM];
        return Arrays.copyOf(buffer, codec().encode(value, buffer, 0, ROOM));
    }

    Object decode(byte[] message) {
        return codec().decode(message, 0, message.length);
    }

    View<?> view(byte[] message) {
        View<?> view = (View<?>) instance(root + "View");
        view.wrap(message, 0, message.length);
        return view;
    }

    TypeDescriptor type() {
        return codec().type();
    }

    Class<?> rootClass() {
        return compiled.load(namespace + "." + root);
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> codec() {
        try {
            var instance = compiled.load(namespace + "." + root + "Codec").getDeclaredField("INSTANCE");
            instance.setAccessible(true);
            return (Codec<Object>) instance.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object instance(String name) {
        try {
            var constructor = compiled.load(namespace + "." + name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** All schema files, read again. */
    List<SchemaFile> files() {
        Map<String, String> texts = texts();
        List<SchemaFile> files = new ArrayList<>();
        texts.keySet().forEach(path -> files.add(CapnpReader.readFile(path, this::text)));
        return files;
    }

    /** The schema of the first type, with all that it refers to. */
    Schema schema() {
        return CapnpReader.read(file(), this::text);
    }

    /** Path of the schema file of the first type. */
    String file() {
        String id = "@0x" + TypeIds.hex(type().typeId());
        return texts().entrySet().stream()
                .filter(text -> text.getValue().contains(" " + id + " {"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    String schemaText() {
        return schemaText(file());
    }

    String schemaText(String file) {
        return texts().get(file);
    }

    void writeSchemas(Path folder) throws IOException {
        compiled.writeSchemas(folder);
        Files.createDirectories(folder.resolve("dts"));
        for (String name : List.of("Uuid", "Decimal", "LocalDateTime", "OffsetDateTime", "ZonedDateTime")) {
            String file = "dts/" + name + ".capnp";
            Files.writeString(folder.resolve(file), text(file));
        }
    }

    private String text(String path) {
        String generated = texts().get(path);
        if (generated != null) {
            return generated;
        }
        try (InputStream in = Codec.class.getResourceAsStream("/" + SCHEMAS + path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        compiled.generatedTexts().forEach((path, text) -> {
            if (path.startsWith(SCHEMAS)) {
                texts.put(path.substring(SCHEMAS.length()), text);
            }
        });
        return texts;
    }
}
