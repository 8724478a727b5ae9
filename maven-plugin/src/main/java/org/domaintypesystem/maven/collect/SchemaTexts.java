package org.domaintypesystem.maven.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Jar;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.SchemaSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Texts of schema files.
 *
 * @param shown where they come from, for people
 * @param byPath sorted; paths are relative to the import path, without a leading slash
 */
public record SchemaTexts(String shown, SortedMap<String, String> byPath) {
    /** Where schemas are among classes. */
    public static final String FOLDER = "META-INF/dts";

    public static final String ENDING = ".capnp";

    public SchemaTexts {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** All in a folder; none if it does not exist. */
    public static SchemaTexts in(String shown, Path folder) throws IOException {
        FileTree tree = new FileTree(folder);
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : tree.names(ENDING)) {
            texts.put(name, tree.text(name));
        }
        return new SchemaTexts(shown, texts);
    }

    /** Those that come with classes, in a folder or in a jar; none if the file is neither. */
    public static SchemaTexts amongClasses(String shown, Path classes) throws IOException {
        if (Files.isDirectory(classes)) {
            return in(shown, classes.resolve(FOLDER));
        }
        if (Files.isRegularFile(classes) && classes.toString().endsWith(".jar")) {
            return Jar.read(classes, root -> in(shown, root.resolve(FOLDER)));
        }
        return new SchemaTexts(shown, new TreeMap<>());
    }

    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    public @Nullable String text(String path) {
        return byPath.get(path);
    }

    /** The same, without all but these paths. */
    public SchemaTexts only(Set<String> paths) {
        SortedMap<String, String> texts = new TreeMap<>(byPath);
        texts.keySet().retainAll(paths);
        return new SchemaTexts(shown, texts);
    }

    /**
     * Reads all files.
     *
     * @param others where files are that these refer to and that are not here
     * @throws UserFault at the first that cannot be read, with file and line
     */
    public List<SchemaFile> read(SchemaTexts others) throws UserFault {
        List<SchemaFile> files = new ArrayList<>();
        for (String path : byPath.keySet()) {
            try {
                files.add(CapnpReader.readFile(path, name -> find(name, others)));
            } catch (SchemaSyntaxException e) {
                throw fault(e, others);
            }
        }
        return files;
    }

    /** Reads one file with all that it refers to. */
    public Schema read(String path, SchemaTexts others) throws UserFault {
        try {
            return CapnpReader.read(path, name -> find(name, others));
        } catch (SchemaSyntaxException e) {
            throw fault(e, others);
        }
    }

    /** These and those of the others that they refer to, directly or not: what a compiler needs. */
    public SchemaTexts closure(SchemaTexts others) throws UserFault {
        SortedSet<String> paths = new TreeSet<>(byPath.keySet());
        for (String path : byPath.keySet()) {
            for (Node node : read(path, others).nodes()) {
                paths.add(node.name().file());
            }
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (String path : paths) {
            String text = find(path, others);
            if (text != null) {
                texts.put(path, text);
            }
        }
        return new SchemaTexts(shown, texts);
    }

    private @Nullable String find(String path, SchemaTexts others) {
        String own = byPath.get(path);
        return own == null ? others.text(path) : own;
    }

    private UserFault fault(SchemaSyntaxException e, SchemaTexts others) {
        String where = byPath.containsKey(e.file()) ? shown : others.shown;
        return new UserFault(where + '/' + e.getMessage());
    }
}
