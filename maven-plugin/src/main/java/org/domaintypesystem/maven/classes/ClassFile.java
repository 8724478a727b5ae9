package org.domaintypesystem.maven.classes;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of its class, as much of it as tells annotated types from their companions. Read from the bytes,
 * since the class may need others, or a newer JVM, to be loaded.
 *
 * @param name the binary name, {@code brewery.Vat$Size}
 * @param source the name of the source file; null if it does not say
 * @param isGeneric whether it has type parameters
 * @param isLocal whether it is declared inside of a method
 * @param annotations those of the class itself: full name to elements, of which only texts and classes are here
 */
public record ClassFile(
        String name,
        @Nullable String source,
        boolean isGeneric,
        boolean isLocal,
        Map<String, Map<String, List<String>>> annotations) {

    /**
     * Reads a class file.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static ClassFile read(Path file) throws IOException {
        return of(Files.readAllBytes(file), file);
    }

    static ClassFile of(byte[] bytes, Path file) throws IOException {
        try {
            return new ClassFileReader(new DataInputStream(new ByteArrayInputStream(bytes))).read();
        } catch (IOException | RuntimeException e) {
            throw new IOException(file + " cannot be read as a class file: " + e, e);
        }
    }

    public boolean isAnnotated(String annotation) {
        return annotations.containsKey(annotation);
    }

    /** What an element of an annotation says; nothing if it is not there. */
    public List<String> values(String annotation, String element) {
        return annotations.getOrDefault(annotation, Map.of()).getOrDefault(element, List.of());
    }

    /** The package, empty for the default one. */
    public String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
