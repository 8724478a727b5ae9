package org.domaintypesystem.testkit.reliable;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How a process of a {@link Soak} is at some time.
 *
 * @param heap bytes in use after a garbage collection
 * @param resident bytes that the process takes of the machine's memory
 * @param published messages that it has published
 * @param bytes what these hold
 * @param amiss messages that it has not heard, or not as they were published
 * @param injected datagrams that were lost on purpose
 * @param dropped datagrams that the system dropped
 * @param repaired messages that were missing and came
 * @param resent datagrams that it has sent again
 */
record Sample(
        long heap,
        long resident,
        long published,
        long bytes,
        long amiss,
        long injected,
        long dropped,
        long repaired,
        long resent) {
    static Sample of(String line) {
        long[] numbers = Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Sample(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8]);
    }

    @Override
    public String toString() {
        return LongStream.of(heap, resident, published, bytes, amiss, injected, dropped, repaired, resent)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
