package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.testing.Trip;
import org.junit.jupiter.api.Test;

/** What holds its content as it travels, or as numbers, is written without an object. */
class EncodingAllocatesNothingTest {
    private static final int ROUNDS = 1_000;
    /** The virtual machine's own, while it gets to know the code. */
    private static final long TOLERANCE = 20_000;

    @Test
    void ofATypeThatIsWrittenAsItIs() {
        Trip trip = Trip.of("""
                @DtsType record All(int number, String text, byte[] data, Instant at, Color color, List<Instant> times,
                        List<Color> colors, List<String> texts, List<byte[]> bytes, int[] ints, List<Integer> numbers,
                        List<List<All>> nested, All inner, Shape shape, UUID id, Optional<Instant> perhaps,
                        OptionalInt size, Integer boxed, List<Optional<Integer>> optional, Duration[] durations,
                        LocalDateTime local, ZonedDateTime zoned, ByteBuffer buffer, Optional<String> note, LocalDate day) {}
                """, "@DtsValue enum Color { RED, GREEN }", """
                @DtsValue sealed interface Shape { @DtsValue record Dot(int x) implements Shape {} }
                """, """
                class Values {
                    static All all(All inner) {
                        return new All(1, "täxt", new byte[] {1}, Instant.EPOCH.minusNanos(1), Color.GREEN,
                                List.of(Instant.EPOCH), List.of(Color.RED), List.of("a"), List.of(new byte[2]), new int[30],
                                List.of(1, 2), inner == null ? null : List.of(List.of(inner)), inner, new Shape.Dot(3),
                                new UUID(1, 2), Optional.of(Instant.EPOCH), OptionalInt.of(5), 1_000_000,
                                List.of(Optional.of(1), Optional.empty()), new Duration[] {Duration.ZERO},
                                LocalDateTime.MAX, ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]"),
                                ByteBuffer.allocateDirect(5), Optional.of("n"), LocalDate.EPOCH);
                    }
                    static All all() { return all(all(null)); }
                }
                """);
        Object value = trip.value("all");
        Codec<Object> codec = trip.compiled().codecOf(value.getClass());
        byte[] buffer = new byte[1 << 14];
        encode(codec, value, buffer);
        long before = allocated();
        encode(codec, value, buffer);
        // An array's list is the one thing that is made: a header and a reference.
        assertThat((allocated() - before) - ROUNDS * 3 * 24L).isLessThan(TOLERANCE);
    }

    private static void encode(Codec<Object> codec, Object value, byte[] buffer) {
        for (int i = 0; i < ROUNDS; i++) {
            codec.encode(value, buffer, 0, buffer.length);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
