package org.domaintypesystem.maven.classes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.domaintypesystem.maven.build.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * The types among compiled classes: those that are annotated, and the codecs that were generated. The classes may be in a
 * folder, or in a jar that is open as a file system.
 */
public final class CompiledTypes {
    private static final String ANNOTATIONS = "org.domaintypesystem.annotation.";
    private static final List<String> MARKS = List.of(ANNOTATIONS + "DtsType", ANNOTATIONS + "DtsValue");
    private static final String IMPORT = ANNOTATIONS + "DtsImport";
    private static final String COMPILED_SCHEMA = "org.domaintypesystem.codec.CompiledSchema";
    private static final String CODEC = "Codec";
    private static final String ENDING = ".class";

    private final FileTree classes;
    private final SortedSet<String> names;

    private CompiledTypes(FileTree classes, SortedSet<String> names) {
        this.classes = classes;
        this.names = names;
    }

    /** Those in a folder; none if it does not exist. */
    public static CompiledTypes in(Path folder) throws IOException {
        FileTree classes = new FileTree(folder);
        return new CompiledTypes(classes, classes.names(ENDING));
    }

    /**
     * A generated codec.
     *
     * @param type the class that it is for, with its source file; null if it is not among these classes
     * @param file the path of the schema file
     * @param text the schema as the codec carries it, without comments
     */
    public record Codec(String name, @Nullable ClassFile type, String file, String text) {}

    /** The codecs by the paths of their schema files. */
    public SortedMap<String, Codec> codecs() throws IOException {
        SortedMap<String, Codec> codecs = new TreeMap<>();
        for (String name : names) {
            if (name.endsWith(CODEC + ENDING)) {
                ClassFile codec = read(name);
                if (codec.isAnnotated(COMPILED_SCHEMA)) {
                    String file = String.join("", codec.values(COMPILED_SCHEMA, "file"));
                    String text = String.join("", codec.values(COMPILED_SCHEMA, "text"));
                    codecs.put(file, new Codec(codec.name(), typeOf(codec), file, text));
                }
            }
        }
        return codecs;
    }

    /** The annotated types, and packages that import some, whose codecs are not there. */
    public List<ClassFile> withoutCodec() throws IOException {
        List<ClassFile> found = new ArrayList<>();
        for (String name : names) {
            byte[] bytes = Files.readAllBytes(classes.file(name));
            // Most classes have no such annotation.
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains("Lorg/domaintypesystem/annotation/Dts")) {
                ClassFile type = ClassFile.of(bytes, classes.file(name));
                if (expectedCodecs(type).anyMatch(codec -> !names.contains(codec))) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    /** The names of the files that the processor would have been the reason for. */
    private static Stream<String> expectedCodecs(ClassFile type) {
        if (MARKS.stream().anyMatch(type::isAnnotated) && !type.isGeneric() && !type.isLocal()) {
            return Stream.of(codec(type.packageName(), type.name()));
        }
        return type.values(IMPORT, "value").stream().map(imported -> codec(type.packageName(), imported));
    }

    private static String codec(String packageName, String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '_');
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + '/') + simple + CODEC + ENDING;
    }

    /** The type {@code Outer$Inner} of a codec {@code Outer_InnerCodec}; names may have such letters of their own. */
    private @Nullable ClassFile typeOf(ClassFile codec) throws IOException {
        String path = codec.name().replace('.', '/');
        String type = path.substring(0, path.length() - CODEC.length());
        Map<String, String> spellings = new LinkedHashMap<>();
        for (String name : names) {
            if (name.length() == type.length() + ENDING.length()) {
                spellings.putIfAbsent(name.replace('$', '_'), name);
            }
        }
        String found = names.contains(type + ENDING) ? type + ENDING : spellings.get(type + ENDING);
        return found == null ? null : read(found);
    }

    private ClassFile read(String name) throws IOException {
        return ClassFile.read(classes.file(name));
    }
}
