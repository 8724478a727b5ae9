package org.domaintypesystem.schema;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CapnpWriter} writes, and what people make of it: other white space, comments anywhere, ids left out
 * where they follow from names. The rest of the schema language is refused with a message that says where.
 *
 * <p>In all methods, {@code source} gives the text of a file, or null if there is none; paths have no leading slash.
 */
public final class CapnpReader {
    private CapnpReader() {}

    /**
     * Reads the type that a file declares, with all that it refers to, in this file and in others.
     *
     * @throws SchemaSyntaxException if a file is missing or cannot be read
     */
    public static Schema read(String file, Function<String, @Nullable String> source) {
        List<SchemaFile> files = new CapnpLinker(source).linkAll(file);
        return Schema.of(
                files.get(0).root(), files.stream().map(SchemaFile::root).toList());
    }

    /**
     * Reads one file as it is. Files that it refers to must be there, since they hold the ids.
     *
     * @throws SchemaSyntaxException if a file is missing or cannot be read
     */
    public static SchemaFile readFile(String file, Function<String, @Nullable String> source) {
        return new CapnpLinker(source).link(file);
    }
}
