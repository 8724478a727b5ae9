package org.domaintypesystem.maven.classes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Jar;
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
    private static final List<String> COMPANIONS = List.of(CODEC, "View", "Publisher", "Listener");
    private static final String VIEW = "org/domaintypesystem/codec/View";
    private static final String PUBLISHER = "Publisher";
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
     * @param type the class that it is for, with its source file; null if that is of a library, and imported
     * @param file the path of the schema file
     * @param text the schema as the codec carries it, without comments
     */
    public record Codec(String name, @Nullable ClassFile type, String file, String text) {}

    /** Adds all compiled classes of a folder. */
    public static void addInputs(Path folder, ContentHash inputs) throws IOException {
        CompiledTypes types = in(folder);
        for (String name : types.names) {
            inputs.add(name, types.classes.file(name));
        }
    }

    /** The codecs by the paths of their schema files, without those whose types are gone. */
    public SortedMap<String, Codec> codecs() throws IOException {
        SortedMap<String, Codec> codecs = new TreeMap<>();
        for (ClassFile codec : compiledCodecs()) {
            ClassFile type = typeOf(codec);
            if (type != null || isImported(codec)) {
                String file = String.join("", codec.values(COMPILED_SCHEMA, "file"));
                String text = String.join("", codec.values(COMPILED_SCHEMA, "text"));
                codecs.put(file, new Codec(codec.name(), type, file, text));
            }
        }
        return codecs;
    }

    /**
     * Deletes the codecs whose types are gone or not annotated any more, with the other classes that were generated for these.
     * Compilers that compile only what changed leave them.
     */
    public void deleteOrphans() throws IOException {
        for (ClassFile codec : compiledCodecs()) {
            if (typeOf(codec) == null && !isImported(codec)) {
                String path = codec.name().replace('.', '/');
                String type = path.substring(0, path.length() - CODEC.length());
                for (String name : classes.namesBeside(path)) {
                    if (isCompanion(name, type) && isGenerated(name, path)) {
                        classes.delete(name);
                        names.remove(name);
                    }
                }
            }
        }
    }

    private static boolean isCompanion(String name, String type) {
        return COMPANIONS.stream()
                .anyMatch(
                        companion -> name.equals(type + companion + ENDING) || name.startsWith(type + companion + '$'));
    }

    /** What somebody wrote under such a name knows no codec that has no type, and is no view. */
    private boolean isGenerated(String name, String codec) throws IOException {
        String constants = new String(Files.readAllBytes(classes.file(name)), StandardCharsets.UTF_8);
        return constants.contains(codec) || constants.contains(VIEW);
    }

    private List<ClassFile> compiledCodecs() throws IOException {
        List<ClassFile> codecs = new ArrayList<>();
        for (String name : names) {
            if (name.endsWith(CODEC + ENDING)) {
                ClassFile codec = read(name);
                if (codec.isAnnotated(COMPILED_SCHEMA)) {
                    codecs.add(codec);
                }
            }
        }
        return codecs;
    }

    /** The schemas of the types that are published by themselves, among classes in a folder or in a jar. */
    public static SortedSet<String> messages(Path classes) throws IOException {
        return Files.isRegularFile(classes) && classes.toString().endsWith(".jar")
                ? Jar.read(classes, root -> in(root).messages())
                : in(classes).messages();
    }

    private SortedSet<String> messages() throws IOException {
        SortedSet<String> files = new TreeSet<>();
        for (Codec codec : codecs().values()) {
            String name = codec.name().replace('.', '/');
            if (names.contains(name.substring(0, name.length() - CODEC.length()) + PUBLISHER + ENDING)) {
                files.add(codec.file());
            }
        }
        return files;
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
        if (isMarked(type) && !type.isGeneric() && !type.isLocal()) {
            return Stream.of(codec(type.packageName(), type.name()));
        }
        return type.values(IMPORT, "value").stream().map(imported -> codec(type.packageName(), imported));
    }

    private static String codec(String packageName, String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '_');
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + '/') + simple + CODEC + ENDING;
    }

    /**
     * The annotated type {@code Outer$Inner} of a codec {@code Outer_InnerCodec}; names may have such letters of their own.
     * Null if there is none.
     */
    private @Nullable ClassFile typeOf(ClassFile codec) throws IOException {
        String path = codec.name().replace('.', '/');
        String type = path.substring(0, path.length() - CODEC.length());
        for (String name : names.subSet(type.substring(0, type.lastIndexOf('/') + 1), type + Character.MAX_VALUE)) {
            if (name.replace('$', '_').equals(type.replace('$', '_') + ENDING)) {
                ClassFile found = read(name);
                if (isMarked(found)) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isMarked(ClassFile type) {
        return MARKS.stream().anyMatch(type::isAnnotated);
    }

    /** Whether the package of the codec imports its type. */
    private boolean isImported(ClassFile codec) throws IOException {
        String packageInfo = codec.packageName().replace('.', '/') + "/package-info" + ENDING;
        return names.contains(packageInfo)
                && expectedCodecs(read(packageInfo)).anyMatch((codec.name().replace('.', '/') + ENDING)::equals);
    }

    private ClassFile read(String name) throws IOException {
        return ClassFile.read(classes.file(name));
    }
}
