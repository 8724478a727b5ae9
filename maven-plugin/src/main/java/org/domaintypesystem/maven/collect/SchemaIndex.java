package org.domaintypesystem.maven.collect;

import java.util.SortedSet;
import java.util.TreeSet;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.TypeIds;

/**
 * The list of a module's schemas, a line for each, sorted: the path, the type id and the schema id. Two of them in a row
 * are one again, as where jars are merged.
 */
public final class SchemaIndex {
    /** The name of the file, beside the schemas. */
    public static final String NAME = "index.txt";

    private SchemaIndex() {}

    /** The text of the index. */
    public static String write(SchemaTexts texts, SchemaTexts others) throws UserFault {
        StringBuilder lines = new StringBuilder();
        for (String path : texts.byPath().keySet()) {
            Schema schema = texts.read(path, others);
            lines.append(path)
                    .append(" 0x")
                    .append(TypeIds.hex(schema.root().id()))
                    .append(" 0x")
                    .append(TypeIds.hex(SchemaFingerprint.schemaId(schema)))
                    .append('\n');
        }
        return lines.toString();
    }

    /** The paths that an index lists. */
    public static SortedSet<String> paths(String text) {
        SortedSet<String> paths = new TreeSet<>();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> paths.add(line.strip().split(" ", 2)[0]));
        return paths;
    }
}
