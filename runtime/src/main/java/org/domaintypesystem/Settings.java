package org.domaintypesystem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be set from outside of a program: by a system property, or else by an environment variable. */
final class Settings {
    static final String INTERFACE = "dts.interface";
    static final String PORT = "dts.port";

    private Settings() {}

    /** The names of network interfaces, possibly none. */
    static List<String> interfaces() {
        String names = value(INTERFACE);
        return names == null ? List.of() : split(names);
    }

    /**
     * The UDP port.
     *
     * @throws IllegalArgumentException if it is set, and not to a number
     */
    static int port(int fallback) {
        String port = value(PORT);
        if (port == null) {
            return fallback;
        }
        try {
            return DtsBuilder.checkedPort(Integer.parseInt(port));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s, or %s, is '%s', expected a number".formatted(PORT, variable(PORT), port), e);
        }
    }

    /** Names that may have been given together, separated by commas. */
    static List<String> split(String names) {
        return Stream.of(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static @Nullable String value(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            value = System.getenv(variable(property));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** {@code dts.port} is {@code DTS_PORT} in the environment. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
