package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All types that a module declares, and those that these refer to.
 *
 * @param title what it is the catalogue of
 * @param types by namespace, then by name
 */
public record Catalogue(String title, List<CatalogueType> types) {
    public Catalogue {
        types = List.copyOf(types);
    }

    /** The types by their namespaces, in order; the default namespace is the empty one. */
    SortedMap<String, List<CatalogueType>> byNamespace() {
        SortedMap<String, List<CatalogueType>> namespaces = new TreeMap<>();
        for (CatalogueType type : types) {
            namespaces
                    .computeIfAbsent(type.name().namespace(), namespace -> new ArrayList<>())
                    .add(type);
        }
        return namespaces;
    }

    /** How many there are, in words. */
    String summary() {
        long own = types.stream().filter(CatalogueType::isOwn).count();
        long others = types.size() - own;
        return count(own, "type")
                + (others == 0 ? "" : ", and " + count(others, "type") + " of others that these refer to");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
