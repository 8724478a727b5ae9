package org.domaintypesystem;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.dynamic.DynamicStruct;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;

/**
 * Takes whatever a fuzzer makes up: datagrams, which a whole node receives, with pauses between them. Whatever comes out of the
 * node but values, replies and counters is an error: exceptions, those that the node catches and logs included, and answers that
 * are much larger than what they answer.
 *
 * <p>Each datagram stands behind its length, in two bytes, the pause before it, in units of 4 ms, and the port of its sender, in a
 * byte each. What is too short for its length is a datagram all the same.
 */
public final class NodeFuzzer {
    static final int HEAD = 4;
    private static final long PAUSE = 4_000_000;
    private static final int LARGEST_MESSAGE = 1 << 17;

    /** What may be sent without being asked, and for each byte that comes. */
    private static final long SENT_UNASKED = 1 << 16;

    private static final long SENT_PER_BYTE = 256;

    static final DynamicCodec LEVEL = DynamicCodec.of(level("tank @0 :Text; litres @1 :Float64;"));

    /** Another version of it, which others may have. */
    static final DynamicCodec NEWER_LEVEL = DynamicCodec.of(
            level(
                    "tank @0 :Text; litres @1 :Float64; notes @2 :List(Note); struct Note @0xd4823d37f52fcc1a { text @0 :Text; }"));

    private NodeFuzzer() {}

    private static Schema level(String fields) {
        String file = "brewery/Level.capnp";
        String text = "@0xc4823d37f52fcc18; struct Level @0xc4823d37f52fcc19 { " + fields + " }";
        return CapnpReader.read(file, Map.of(file, text)::get);
    }

    /** What Jazzer and its like call. */
    public static void fuzzerTestOneInput(byte[] input) {
        counters(input);
    }

    /** What the node has counted in the end. */
    static DtsCounters counters(byte[] input) {
        FuzzedEnvironment world = new FuzzedEnvironment(5387);
        try (Failures failures = new Failures();
                Dts node = Dts.builder()
                        .environment(world)
                        .name("node")
                        .maxMessageSize(LARGEST_MESSAGE)
                        .join()) {
            begin(node, world);
            ByteBuffer rest = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
            while (rest.remaining() >= HEAD) {
                int length = rest.getShort() & 0xFFFF;
                world.pass((rest.get() & 0xFF) * PAUSE);
                int port = 1 + (rest.get() & 0xFF);
                byte[] datagram = new byte[Math.min(length, rest.remaining())];
                rest.get(datagram);
                world.receive(datagram, new InetSocketAddress("127.0.0.1", port));
            }
            long sent =
                    world.sent.stream().mapToLong(each -> each.bytes().length).sum();
            if (sent > SENT_UNASKED + SENT_PER_BYTE * input.length) {
                throw new AssertionError(sent + " bytes sent for " + input.length);
            }
            world.pass(Duration.ofSeconds(1).toNanos());
            failures.rethrow();
            return node.counters();
        }
    }

    /** Does what programs do. */
    static void begin(Dts node, FuzzedEnvironment world) {
        world.pass(1);
        node.listen(LEVEL, (message, info) -> show(message), Delivery.inline());
        node.listenAny((message, info) -> message.value().ifPresent(NodeFuzzer::show), Delivery.inline());
        node.listen((Mismatch mismatch) -> mismatch.toString());
        Publisher<DynamicStruct> publisher = new Publisher<>(node, LEVEL) {};
        publisher.answer((question, answer) -> answer.send(level(LEVEL, "answer")));
        publisher.publish(level(LEVEL, "first"));
        node.query(LEVEL, "which", Duration.ofSeconds(20), (reply, info) -> show(reply));
        world.pass(Duration.ofMillis(200).toNanos());
    }

    static DynamicStruct level(DynamicCodec version, String tank) {
        return version.builder().set("tank", tank).set("litres", 12.5).build();
    }

    private static void show(DynamicStruct message) {
        message.toJson();
    }

    /** Datagrams that are received at once, as input. */
    static byte[] input(List<byte[]> datagrams) {
        int length = datagrams.stream().mapToInt(each -> HEAD + each.length).sum();
        ByteBuffer input = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        datagrams.forEach(
                each -> input.putShort((short) each.length).putShort((short) 0).put(each));
        return input.array();
    }

    /** What nodes log with an exception, as long as this is open. None is for strangers to cause. */
    private static final class Failures extends Handler implements AutoCloseable {
        private static final Logger LOGGER = Logger.getLogger("org.domaintypesystem");
        private final boolean wasShown = LOGGER.getUseParentHandlers();
        private final List<Throwable> all = new ArrayList<>();

        Failures() {
            LOGGER.setUseParentHandlers(false);
            LOGGER.addHandler(this);
        }

        void rethrow() {
            if (!all.isEmpty()) {
                throw new AssertionError("caught and logged", all.get(0));
            }
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getThrown() != null) {
                all.add(record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOGGER.removeHandler(this);
            LOGGER.setUseParentHandlers(wasShown);
        }
    }
}
