package org.domaintypesystem;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the names of the network interfaces come from. */
final class InterfaceNames {
    static final String PROPERTY = "dts.interface";
    static final String VARIABLE = "DTS_INTERFACE";

    private InterfaceNames() {}

    /** The names given if there are any, else those that were configured from outside, possibly none. */
    static List<String> orConfigured(List<String> names) {
        List<String> given = split(String.join(",", names));
        if (!given.isEmpty()) {
            return given;
        }
        List<String> property = split(System.getProperty(PROPERTY));
        return property.isEmpty() ? split(System.getenv(VARIABLE)) : property;
    }

    private static List<String> split(@Nullable String names) {
        if (names == null) {
            return List.of();
        }
        return Stream.of(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
