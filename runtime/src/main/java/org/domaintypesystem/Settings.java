package org.domaintypesystem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be set from outside of a program: by a system property, or else by an environment variable. */
final class Settings {
    static final String INTERFACE = "dts.interface";
    static final String PORT = "dts.port";
    static final String MAX_MESSAGE_SIZE = "dts.max-message-size";

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
        return DtsBuilder.checkedPort(number(PORT, fallback));
    }

    /**
     * How many bytes a message may have.
     *
     * @throws IllegalArgumentException if it is set, and not to a number
     */
    static int maxMessageSize(int fallback) {
        return DtsBuilder.checkedMessageSize(number(MAX_MESSAGE_SIZE, fallback));
    }

    private static int number(String property, int fallback) {
        String number = value(property);
        if (number == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s, or %s, is '%s', expected a number".formatted(property, variable(property), number), e);
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

    /** {@code dts.max-message-size} is {@code DTS_MAX_MESSAGE_SIZE} in the environment. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
