package org.domaintypesystem.maven.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.TypeName;

/** Writes who uses whom in the language of Mermaid. */
final class MermaidWriter {
    /** More than that, and those who draw them refuse to. */
    private static final int MAX_ARROWS = 400;

    private MermaidWriter() {}

    /** The diagram, or a sentence in its place if it would be too large. */
    static String write(Catalogue catalogue) {
        List<CatalogueType> types = catalogue.types();
        int arrows = types.stream().mapToInt(type -> type.uses().size()).sum();
        if (arrows > MAX_ARROWS || types.size() > MAX_ARROWS) {
            return "There are too many types for a diagram here; each says below whom it uses and who uses it.";
        }
        StringBuilder out = new StringBuilder("```mermaid\nflowchart LR\n");
        Map<TypeName, String> ids = new HashMap<>();
        for (CatalogueType type : types) {
            String id = "t" + ids.size();
            ids.put(type.name(), id);
            String label = '"' + type.name().qualified() + '"';
            String box = switch (type.form()) {
                case RECORD -> '[' + label + ']';
                case SEALED -> "[[" + label + "]]";
                case ENUM -> "([" + label + "])";
            };
            out.append("    ").append(id).append(box).append('\n');
        }
        for (CatalogueType type : types) {
            for (TypeName used : type.uses()) {
                out.append("    ")
                        .append(ids.get(type.name()))
                        .append(" --> ")
                        .append(ids.get(used))
                        .append('\n');
            }
        }
        return out.append("```").toString();
    }
}
