package org.domaintypesystem.processor.testing;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.DtsProcessor;
import org.domaintypesystem.schema.testing.CapnpTool;

/**
 * A few types of package {@code lab} and what becomes of their values. A source may have a class {@code Values}, whose
 * methods without parameters make values.
 */
public final class Trip {
    private static final Pattern NAME = Pattern.compile("(?:record|class|interface|enum|package) (\\w+)");

    private final Compiled compiled;

    private Trip(Compiled compiled) {
        this.compiled = compiled;
    }

    /**
     * Compiles with every warning on.
     *
     * @param declarations each of a file, without package and imports
     */
    public static Trip of(String... declarations) {
        return new Trip(Compiled.strictly(sources(declarations)));
    }

    /** As {@link #of}, with options. */
    public static Trip with(String option, String... declarations) {
        return new Trip(Compiled.of(Compiled.compile(
                sources(declarations),
                java.util.List.of(option, "-Xlint:all,-processing", "-Werror"),
                new DtsProcessor())));
    }

    /** The sources of some declarations, by full class name. */
    public static Map<String, String> sources(String... declarations) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String declaration : declarations) {
            Matcher name = NAME.matcher(declaration);
            if (!name.find()) {
                throw new AssertionError("no declaration in " + declaration);
            }
            boolean isPackage = name.group().startsWith("package");
            sources.put(
                    "lab." + (isPackage ? "package-info" : name.group(1)), isPackage ? declaration : """
                    package lab;

                    import java.net.*;
                    import java.nio.*;
                    import java.time.*;
                    import java.util.*;
                    import org.domaintypesystem.annotation.*;
                    import org.jspecify.annotations.*;

                    """ + declaration);
        }
        return sources;
    }

    /** A value that class {@code Values} makes. */
    public Object value(String method) {
        try {
            Method made = compiled.load("lab.Values").getDeclaredMethod(method);
            made.setAccessible(true);
            return made.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What is read of a value, as text. */
    public String there(Object value) {
        return Content.of(roundTrip(value));
    }

    public Object roundTrip(Object value) {
        Codec<Object> codec = codec(value.getClass());
        return codec.decode(encode(value), 0, encode(value).length);
    }

    public byte[] encode(Object value) {
        byte[] buffer = new byte[1 << 16];
        Arrays.fill(buffer, (byte) 0xA5);
        return Arrays.copyOf(buffer, codec(value.getClass()).encode(value, buffer, 0, buffer.length));
    }

    private Codec<Object> codec(Class<?> type) {
        return compiled.codecOf(type);
    }

    /** What a type of package {@code lab} reads of a message that the tool made of text. */
    public Object read(String type, String text) {
        byte[] message = inSchemas(folder -> CapnpTool.in(folder).encode("lab/" + type + ".capnp", type, text));
        return codec(compiled.load("lab." + type)).decode(message, 0, message.length);
    }

    /** What the tool reads of a value, in one line, and without the spaces inside of brackets that it makes at times. */
    public String told(Object value) {
        String type = value.getClass().getSimpleName();
        return inSchemas(folder -> CapnpTool.in(folder).decode("lab/" + type + ".capnp", type, encode(value)))
                .replaceAll("\\s+", " ")
                .replaceAll("([(\\[]) | (?=[)\\]])", "$1")
                .strip();
    }

    /** The generated schema of a type. */
    public String schema(String type) {
        return compiled.generatedTexts().get("META-INF/dts/lab/" + type + ".capnp");
    }

    public Compiled compiled() {
        return compiled;
    }

    private interface InFolder<T> {
        T run(Path folder) throws IOException;
    }

    private <T> T inSchemas(InFolder<T> action) {
        try {
            Path folder = Files.createTempDirectory("schemas");
            try {
                compiled.writeSchemas(folder);
                return action.run(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
