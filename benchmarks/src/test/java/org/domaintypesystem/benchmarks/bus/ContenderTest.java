package org.domaintypesystem.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.domaintypesystem.benchmarks.bus.message.Echo;
import org.domaintypesystem.benchmarks.bus.message.EchoCodec;
import org.domaintypesystem.benchmarks.bus.message.Position;
import org.domaintypesystem.benchmarks.bus.message.PositionCodec;
import org.domaintypesystem.benchmarks.bus.message.Waveform;
import org.domaintypesystem.benchmarks.bus.message.WaveformCodec;
import org.domaintypesystem.codec.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether all contenders do the same work: otherwise their figures say nothing. */
class ContenderTest {
    private static final int MESSAGES = 200;
    private static final byte[] SAMPLES = new byte[Waveform.SAMPLES];

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyMessageIsDeliveredOnceAndInOrder(Bus bus) throws Exception {
        int port = freePort();
        try (Contender here = bus.open(port, folder.resolve("here"));
                Contender there = bus.open(port, folder.resolve("there"))) {
            for (Topic topic : Topic.values()) {
                Map<Integer, List<Long>> heard = Collections.synchronizedMap(new HashMap<>());
                CountDownLatch all = new CountDownLatch(bus.threads * MESSAGES);
                here.listen(topic, (source, sequence) -> {
                    heard.computeIfAbsent(source, unused -> new ArrayList<>()).add(sequence);
                    all.countDown();
                });
                send(there, topic, bus.threads);
                assertThat(all.await(20, TimeUnit.SECONDS))
                        .as("%s: %s", topic, heard)
                        .isTrue();
                assertThat(heard).hasSize(bus.threads);
                List<Long> sent = LongStream.range(0, MESSAGES).boxed().toList();
                assertThat(heard.values()).allSatisfy(each -> assertThat(each).isEqualTo(sent));
            }
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort() - Topic.values().length;
        }
    }

    private static void send(Contender contender, Topic topic, int threads) throws Exception {
        List<Thread> senders = IntStream.range(0, threads)
                .mapToObj(source -> new Thread(() -> {
                    try {
                        contender.sender(topic).send(source, 0, MESSAGES);
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

    @Test
    void messagesOfDtsAreAsLongAsThoseOfTheOthers() {
        assertThat(length(PositionCodec.INSTANCE, new Position(1, 2, 3, 4, 5, 6, 7, 8)))
                .isEqualTo(Topic.POSITION.bytes);
        assertThat(length(WaveformCodec.INSTANCE, new Waveform(1, 2, 3, 4, SAMPLES)))
                .isEqualTo(Topic.WAVEFORM.bytes);
        assertThat(length(EchoCodec.INSTANCE, new Echo(1, 2, 3, 4, SAMPLES))).isEqualTo(Topic.ECHO.bytes);
    }

    /** Without the pointer to it. */
    private static <T> int length(Codec<T> codec, T message) {
        byte[] buffer = new byte[1024];
        return codec.write(message, buffer, 0, Long.BYTES, buffer.length) - Long.BYTES;
    }
}
