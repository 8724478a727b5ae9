package org.domaintypesystem.maven.collect;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.classes.CompiledTypes;
import org.domaintypesystem.maven.classes.CompiledTypes.Codec;
import org.domaintypesystem.schema.SchemaFile;

/**
 * What a module that was compiled has to say about its types.
 *
 * @param texts of the types that were generated for: what else lies beside them is none of ours
 * @param codecs by the paths of their schemas
 * @param dependencies what these refer to, and others
 */
public record ModuleSchemas(SchemaTexts texts, SortedMap<String, Codec> codecs, DependencySchemas dependencies) {

    /** Reads them; without compiled classes there are none. */
    public static ModuleSchemas of(Module module) throws IOException {
        SortedMap<String, Codec> codecs = CompiledTypes.in(module.classes()).codecs();
        FileTree folder = new FileTree(module.classes().resolve(SchemaTexts.FOLDER));
        SortedMap<String, String> texts = new TreeMap<>();
        SortedSet<String> names = folder.names();
        for (Codec codec : codecs.values()) {
            String text = names.contains(codec.file()) ? folder.text(codec.file()) : "";
            // Compilers of editors may leave resources out, and people may edit them.
            texts.put(codec.file(), saysTheSame(text, codec.text()) ? text : codec.text());
        }
        return new ModuleSchemas(
                new SchemaTexts(module.shown(folder.root()), texts), codecs, DependencySchemas.of(module.libraries()));
    }

    /** Whether two texts differ in nothing but comments. */
    private static boolean saysTheSame(String text, String other) {
        return withoutComments(text).equals(withoutComments(other));
    }

    private static List<String> withoutComments(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Adds all that {@link #of} looks at. */
    public static void addInputs(Module module, ContentHash inputs) throws IOException {
        CompiledTypes.addInputs(module.classes(), inputs);
        inputs.add("schemas", module.classes().resolve(SchemaTexts.FOLDER));
        module.addLibraries(inputs);
    }

    /** All that the texts say. */
    public List<SchemaFile> files() throws UserFault {
        return texts.read(dependencies.texts());
    }
}
