package org.domaintypesystem;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a node keeps of what it has published of a reliable type, to send it again to those who miss it: the latest messages,
 * up to so many bytes and for so long, whichever is less. Immutable.
 *
 * <pre>{@code
 * Retention.ofBytes(256L << 20)                          // for as long as is usual
 * Retention.ofTime(Duration.ofMinutes(2))                // as much as is usual
 * Retention.of(256L << 20, Duration.ofMinutes(2))
 * }</pre>
 *
 * <p>What is usual is what {@link DtsBuilder#retention} says. Memory is taken as messages are published. Bytes are those of
 * datagrams with their headers, and 40 for each to find it again.
 */
public final class Retention {
    private static final long LEAST_BYTES = 1L << 16;
    private static final long MOST_BYTES = 1L << 34;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final long USUAL_BYTES = 1L << 25;
    private static final Duration USUAL_TIME = Duration.ofSeconds(30);

    /** Nothing is said. */
    static final Retention UNSAID = new Retention(0, null);

    /** 0: not said. */
    private final long bytes;

    /** Null: not said. */
    private final @Nullable Duration time;

    private Retention(long bytes, @Nullable Duration time) {
        this.bytes = bytes;
        this.time = time;
    }

    /**
     * So many bytes, for so long.
     *
     * @param bytes 65536 to 17179869184
     * @param time 100 milliseconds to an hour
     */
    public static Retention of(long bytes, Duration time) {
        return new Retention(checked(bytes), checked(time));
    }

    /**
     * So many bytes, for as long as is usual.
     *
     * @param bytes 65536 to 17179869184
     */
    public static Retention ofBytes(long bytes) {
        return new Retention(checked(bytes), null);
    }

    /**
     * As many bytes as is usual, for so long.
     *
     * @param time 100 milliseconds to an hour
     */
    public static Retention ofTime(Duration time) {
        return new Retention(0, checked(time));
    }

    /**
     * What nodes keep that are not told otherwise: 32 MiB, or two messages of the largest size and a quarter of that for what
     * comes with them; for 30 seconds.
     */
    static Retention usual(int maxMessageSize) {
        return new Retention(Math.max(USUAL_BYTES, maxMessageSize / 2L * 5), USUAL_TIME);
    }

    /** This, and what it does not say taken from another. */
    Retention or(Retention other) {
        return new Retention(bytes == 0 ? other.bytes : bytes, time == null ? other.time : time);
    }

    /** Of datagrams as they are sent. */
    long bytes() {
        return bytes;
    }

    /** Not of one that leaves the time open. */
    long nanos() {
        return Objects.requireNonNull(time, "time").toNanos();
    }

    private static long checked(long bytes) {
        if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a retention of %d bytes, expected %d to %d".formatted(bytes, LEAST_BYTES, MOST_BYTES));
        }
        return bytes;
    }

    private static Duration checked(Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a retention for " + time + ", expected 100 milliseconds to an hour, PT0.1S to PT1H");
        }
        return time;
    }

    @Override
    public String toString() {
        return (bytes == 0 ? "as much as is usual" : "up to " + bytes + " bytes")
                + (time == null ? ", for as long as is usual" : ", for " + time);
    }
}
