package org.domaintypesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.domaintypesystem.keys.KeyRing;
import org.jspecify.annotations.Nullable;

/** What may be set from outside of a program: by a system property, or else by an environment variable. */
final class Settings {
    static final String INTERFACE = "dts.interface";
    static final String PORT = "dts.port";
    static final String MAX_MESSAGE_SIZE = "dts.max-message-size";
    static final String RECEIVE_BUFFER = "dts.receive-buffer";
    static final String RETENTION_BYTES = "dts.retention-bytes";
    static final String RETENTION_TIME = "dts.retention-time";
    static final String REPAIR_TIME = "dts.repair-time";
    static final String KEY_FILE = "dts.key-file";

    /** In the environment only: whoever sees a process sees its system properties. */
    private static final String KEYS = "DTS_KEYS";

    private static final Pattern TIME = Pattern.compile("(\\d{1,9}) ?(ms|s|min)");

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

    /**
     * How many bytes the system is asked to hold for a socket.
     *
     * @throws IllegalArgumentException if it is set, and not to a number
     */
    static int receiveBuffer(int fallback) {
        return DtsBuilder.checkedReceiveBuffer(number(RECEIVE_BUFFER, fallback));
    }

    /**
     * What is kept of what was published; leaves open what is not set.
     *
     * @throws IllegalArgumentException if something is set to what cannot be
     */
    static Retention retention() {
        Retention bytes =
                value(RETENTION_BYTES) == null ? Retention.UNSAID : Retention.ofBytes(number(RETENTION_BYTES, 0L));
        return value(RETENTION_TIME) == null ? bytes : bytes.or(Retention.ofTime(time(RETENTION_TIME, Duration.ZERO)));
    }

    /**
     * How long messages wait for those before them.
     *
     * @throws IllegalArgumentException if it is set, and not to a time
     */
    static Duration repairTime(Duration fallback) {
        return DtsBuilder.checkedRepairTime(time(REPAIR_TIME, fallback));
    }

    /**
     * The keys of nodes; null if none are set.
     *
     * @throws IllegalArgumentException if what is set are none, or others can read them
     * @throws UncheckedIOException if the file cannot be read
     */
    static @Nullable KeyRing keys() {
        return keys(value(KEY_FILE), System.getenv(KEYS));
    }

    static @Nullable KeyRing keys(@Nullable String file, @Nullable String text) {
        String lines = text == null ? "" : text;
        if (file == null) {
            return lines.isBlank() ? null : keysIn(lines);
        }
        if (!lines.isBlank()) {
            throw new IllegalArgumentException(
                    "keys are in %s and in the file that %s or %s names: leave one of the two out"
                            .formatted(KEYS, KEY_FILE, variable(KEY_FILE)));
        }
        try {
            return KeyRing.read(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file + ": " + e.getMessage(), e);
        }
    }

    private static KeyRing keysIn(String text) {
        try {
            return KeyRing.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(KEYS + ": " + e.getMessage(), e);
        }
    }

    private static int number(String property, int fallback) {
        long number = number(property, (long) fallback);
        if ((int) number != number) {
            throw wrong(property, "a number below 2^31");
        }
        return (int) number;
    }

    private static long number(String property, long fallback) {
        String number = value(property);
        if (number == null) {
            return fallback;
        }
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw wrong(property, "a number");
        }
    }

    private static Duration time(String property, Duration fallback) {
        String time = value(property);
        if (time == null) {
            return fallback;
        }
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw wrong(property, "a time such as 500ms, 30s or 2min");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static IllegalArgumentException wrong(String property, String expected) {
        return new IllegalArgumentException(
                "%s, or %s, is '%s', expected %s".formatted(property, variable(property), value(property), expected));
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
