package org.domaintypesystem.maven.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.domaintypesystem.maven.build.Library;

/**
 * The schemas of all that a module depends on. Of two with one path that of the first on the class path counts, as it does
 * for the classes.
 *
 * @param conflicts a sentence for each path at which two libraries have different schemas
 */
public record DependencySchemas(SchemaTexts texts, List<String> conflicts) {
    public DependencySchemas {
        conflicts = List.copyOf(conflicts);
    }

    public static DependencySchemas of(List<Library> libraries) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        Map<String, Library> owners = new HashMap<>();
        List<String> conflicts = new ArrayList<>();
        for (Library library : libraries) {
            SchemaTexts own = SchemaTexts.amongClasses(library.toString(), library.file());
            own.byPath().forEach((path, text) -> {
                Library owner = owners.putIfAbsent(path, library);
                String known = texts.putIfAbsent(path, text);
                if (owner != null && !text.equals(known)) {
                    conflicts.add(path + " of " + library + " differs from that of " + owner
                            + ", which comes first on the class path: let one of them go, or take versions that agree");
                }
            });
        }
        return new DependencySchemas(new SchemaTexts("dependencies", texts), conflicts);
    }
}
