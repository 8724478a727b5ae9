package org.domaintypesystem.maven.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Schema files that come from one place.
 *
 * @param owner who declares what is in them, for people: a module or an artifact
 * @param texts by path, relative to the import path and without a leading slash
 * @param messages the paths of those whose type is published by itself, and not only as a part of others
 */
public record SchemaSource(String owner, SortedMap<String, String> texts, Set<String> messages) {
    public SchemaSource {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        messages = Set.copyOf(messages);
    }
}
