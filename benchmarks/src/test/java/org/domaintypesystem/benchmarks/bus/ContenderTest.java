package org.domaintypesystem.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.domaintypesystem.benchmarks.bus.message.Position;
import org.domaintypesystem.benchmarks.bus.message.PositionCodec;
import org.domaintypesystem.benchmarks.bus.message.Waveform;
import org.domaintypesystem.benchmarks.bus.message.WaveformCodec;
import org.domaintypesystem.codec.Codec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether all contenders do the same work: otherwise their figures say nothing. */
class ContenderTest {
    private static final int MESSAGES = 200;
    private static final int LARGE_MESSAGES = 5;

    @TempDir
    Path folder;

    static Stream<Arguments> all() {
        return Arrays.stream(Bus.values())
                .filter(bus -> bus != Bus.LCM)
                .flatMap(bus ->
                        Arrays.stream(Topic.values()).filter(bus::carries).map(topic -> Arguments.of(bus, topic)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMessageIsDeliveredOnceAndInOrder(Bus bus, Topic topic) throws Exception {
        int port = freePort();
        int messages = topic.isLarge() ? LARGE_MESSAGES : MESSAGES;
        try (Contender here = bus.open(port, folder.resolve("here"));
                Contender there = bus.open(port, folder.resolve("there"))) {
            Map<Integer, List<Long>> heard = Collections.synchronizedMap(new HashMap<>());
            CountDownLatch all = new CountDownLatch(bus.threads * messages);
            here.listen(topic, (source, sequence) -> {
                heard.computeIfAbsent(source, unused -> new ArrayList<>()).add(sequence);
                all.countDown();
            });
            send(there, topic, bus.threads, messages);
            assertThat(all.await(20, TimeUnit.SECONDS)).as("heard %s", heard).isTrue();
            assertThat(heard).hasSize(bus.threads);
            List<Long> sent = LongStream.range(0, messages).boxed().toList();
            assertThat(heard.values()).allSatisfy(each -> assertThat(each).isEqualTo(sent));
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort() - Topic.values().length;
        }
    }

    private static void send(Contender contender, Topic topic, int threads, int messages) throws Exception {
        List<Thread> senders = IntStream.range(0, threads)
                .mapToObj(source -> new Thread(() -> {
                    try {
                        contender.sender(topic).send(source, 0, messages);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        senders.forEach(Thread::start);
        for (Thread each : senders) {
            each.join();
        }
    }

    @ParameterizedTest
    @EnumSource
    void messagesOfDtsAreAsLongAsThoseOfTheOthers(Topic topic) {
        byte[] samples = new byte[topic.bytes - Waveform.NUMBERS];
        int length = topic == Topic.B64
                ? length(PositionCodec.INSTANCE, new Position(1, 2, 3, 4, 5, 6, 7, 8), topic)
                : length(WaveformCodec.INSTANCE, new Waveform(1, 2, 3, 4, samples), topic);
        assertThat(length).isEqualTo(topic.bytes);
    }

    /** Without the pointer to it. */
    private static <T> int length(Codec<T> codec, T message, Topic topic) {
        byte[] buffer = new byte[2 * topic.bytes];
        return codec.write(message, buffer, 0, Long.BYTES, buffer.length) - Long.BYTES;
    }
}
