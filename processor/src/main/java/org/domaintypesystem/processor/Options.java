package org.domaintypesystem.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be set with the compiler's {@code -A}.
 *
 * @param adapters full names of adapters that serve all types
 * @param unknown options that begin like ours and are none
 */
record Options(List<String> adapters, Set<String> unknown) {
    static final String ADAPTERS = "dts.adapters";
    static final Set<String> ALL = Set.of(ADAPTERS);
    private static final String PREFIX = "dts.";

    static Options of(Map<String, String> all) {
        Set<String> unknown = new TreeSet<>();
        for (String name : all.keySet()) {
            if (name.startsWith(PREFIX) && !ALL.contains(name)) {
                unknown.add(name);
            }
        }
        String adapters = all.get(ADAPTERS);
        return new Options(
                adapters == null
                        ? List.of()
                        : Arrays.stream(adapters.split("[,\\s]+"))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                unknown);
    }
}
