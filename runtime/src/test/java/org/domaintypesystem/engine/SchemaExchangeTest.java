package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.nodes.ReceivedSchema;
import org.domaintypesystem.nodes.SchemaLimits;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Some nodes, a network that loses what it is told to, and a clock. */
class SchemaExchangeTest {
    private static final long MILLI = 1_000_000;
    private static final Schema LEVEL = schema("Level", "tank @0 :Text; litres @1 :Float64;");
    private static final Schema OTHER = schema("Other", "x @0 :Int8;");

    private static Schema schema(String name, String fields) {
        String file = "brewery/" + name + ".capnp";
        long id = TypeIds.typeId(new TypeName("brewery", name));
        String text = "@0x%s;\nstruct %s @0x%s { %s }\n"
                .formatted(TypeIds.hex(TypeIds.fileId(file)), name, TypeIds.hex(id), fields);
        return CapnpReader.read(file, Map.of(file, text)::get);
    }

    private static long idOf(Schema schema) {
        return schema.root().id();
    }

    private static long fingerprint(Schema schema) {
        return SchemaFingerprint.schemaId(schema);
    }

    private record Datagram(
            byte[] bytes, SocketAddress source, @Nullable SocketAddress destination) {
        int tag() {
            return bytes[MessageLayout.WORD_0 + 6];
        }
    }

    private final Deque<Datagram> network = new ArrayDeque<>();
    private final List<Datagram> sent = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Predicate<Datagram> lost = datagram -> false;
    private long now = 1_000 * MILLI;

    private final class Node implements SchemaEvents {
        final SocketAddress address;
        final Map<Long, Schema> own = new HashMap<>();
        final List<String> events = new ArrayList<>();
        final Counters counters = new Counters();
        final SchemaExchange exchange;
        final Inbound inbound;
        long due = now;

        Node(int number, Schema... schemas) {
            address = new InetSocketAddress(number);
            for (Schema schema : schemas) {
                own.put(fingerprint(schema), schema);
            }
            exchange = new SchemaExchange(
                    number,
                    (typeId, schemaId) -> own.get(schemaId),
                    this,
                    (message, length, destination) -> {
                        MessageLayout.writeSequence(message, 1);
                        Datagram datagram = new Datagram(Arrays.copyOf(message, length), address, destination);
                        sent.add(datagram);
                        network.add(datagram);
                    },
                    counters,
                    number);
            inbound = Packets.inbound(counters, (message, source) -> exchange.message(message, now));
            nodes.add(this);
        }

        boolean wants(Schema schema, Node from) {
            due = now;
            return exchange.want(idOf(schema), fingerprint(schema), from.address, now);
        }

        @Override
        public void known(long typeId, long schemaId, ReceivedSchema schema) {
            events.add("known " + schema.schema().root().name().qualified());
        }

        @Override
        public void unknown(long typeId, long schemaId) {
            events.add("unknown");
        }

        @Override
        public void refused(long typeId, long schemaId, long sender, String why) {
            events.add("refused");
        }
    }

    private void runFor(long nanos) {
        long end = now + nanos;
        while (true) {
            for (Datagram each = network.poll(); each != null; each = network.poll()) {
                if (!lost.test(each)) {
                    deliver(each);
                }
            }
            Node next = null;
            for (Node node : nodes) {
                if (next == null || node.due < next.due) {
                    next = node;
                }
            }
            if (next == null || next.due > end) {
                now = end;
                return;
            }
            now = Math.max(now, next.due);
            next.due = next.exchange.tick(now, now);
        }
    }

    private void deliver(Datagram datagram) {
        for (Node node : nodes) {
            if (datagram.destination() == null || datagram.destination().equals(node.address)) {
                node.inbound.receive(
                        datagram.bytes(), datagram.bytes().length, now, new LongMap<>(1), datagram.source());
                node.due = Math.min(node.due, now);
            }
        }
    }

    private List<Integer> tags() {
        return sent.stream().map(Datagram::tag).toList();
    }

    @Test
    void whoeverSentTheMessageIsAskedAndAnswersAll() {
        Node publisher = new Node(1, LEVEL);
        Node listener = new Node(2);
        Node bystander = new Node(3);
        assertThat(listener.wants(LEVEL, publisher)).isTrue();
        runFor(MILLI);
        assertThat(listener.events).containsExactly("known brewery.Level");
        ReceivedSchema known = listener.exchange.known(idOf(LEVEL), fingerprint(LEVEL));
        assertThat(known).isNotNull();
        assertThat(SchemaFingerprint.lines(known.schema())).isEqualTo(SchemaFingerprint.lines(LEVEL));
        assertThat(bystander.events).isEmpty();
        assertThat(tags()).containsExactly(MessageLayout.SCHEMA_REQUEST, MessageLayout.SCHEMA);
        assertThat(sent).extracting(Datagram::destination).containsExactly(publisher.address, null);
    }

    @Test
    void manyWhoNeedTheSameSchemaAreToldAtOnce() {
        Node publisher = new Node(1, LEVEL);
        for (int i = 2; i <= 40; i++) {
            new Node(i).wants(LEVEL, publisher);
        }
        runFor(400 * MILLI);
        assertThat(nodes.subList(1, nodes.size()))
                .allSatisfy(node -> assertThat(node.events).containsExactly("known brewery.Level"));
        assertThat(tags().stream().filter(tag -> tag == MessageLayout.SCHEMA).count())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void anyoneAnswersForOneWhoDoesNotAndOnlyOnce() {
        Node dumb = new Node(1);
        for (int i = 2; i <= 20; i++) {
            new Node(i, LEVEL);
        }
        Node listener = new Node(100);
        listener.wants(LEVEL, dumb);
        runFor(SchemaExchange.PATIENCE);
        assertThat(listener.events).containsExactly("known brewery.Level");
        assertThat(tags())
                .containsExactly(MessageLayout.SCHEMA_REQUEST, MessageLayout.SCHEMA_REQUEST, MessageLayout.SCHEMA);
    }

    @Test
    void asksAgainWhenSomethingIsLost() {
        Node publisher = new Node(1, LEVEL);
        Node listener = new Node(2);
        int[] answers = {0};
        lost = datagram -> datagram.tag() == MessageLayout.SCHEMA && answers[0]++ < 2;
        listener.wants(LEVEL, publisher);
        runFor(SchemaExchange.PATIENCE);
        assertThat(answers[0]).isEqualTo(3);
        assertThat(listener.events).containsExactly("known brewery.Level");
    }

    @Test
    void givesUpAfterAWhileAndTriesAgainLater() {
        Node dumb = new Node(1);
        Node listener = new Node(2);
        listener.wants(LEVEL, dumb);
        runFor(SchemaExchange.PATIENCE - 1);
        assertThat(listener.events).isEmpty();
        runFor(1);
        assertThat(listener.events).containsExactly("unknown");
        int asked = sent.size();
        assertThat(listener.wants(LEVEL, dumb)).isFalse();
        runFor(SchemaExchange.RESPITE);
        assertThat(sent).hasSize(asked);
        dumb.own.put(fingerprint(LEVEL), LEVEL);
        assertThat(listener.wants(LEVEL, dumb)).isTrue();
        runFor(MILLI);
        assertThat(listener.events).containsExactly("unknown", "known brewery.Level");
    }

    @Test
    void takesAnAnswerThatComesLate() {
        Node publisher = new Node(1, LEVEL);
        Node listener = new Node(2);
        List<Datagram> slow = new ArrayList<>();
        lost = datagram -> datagram.tag() == MessageLayout.SCHEMA && slow.add(datagram);
        listener.wants(LEVEL, publisher);
        runFor(SchemaExchange.PATIENCE);
        assertThat(listener.events).containsExactly("unknown");

        assertThat(listener.exchange.wants(idOf(LEVEL), fingerprint(LEVEL))).isTrue();
        slow.forEach(this::deliver);
        assertThat(listener.events).containsExactly("unknown", "known brewery.Level");
        assertThat(listener.exchange.wants(idOf(LEVEL), fingerprint(LEVEL))).isFalse();
    }

    @Test
    void believesNobodyWhoGivesAnotherSchema() {
        Node liar = new Node(1);
        liar.own.put(fingerprint(LEVEL), OTHER);
        Node listener = new Node(2);
        listener.wants(LEVEL, liar);
        runFor(SchemaExchange.PATIENCE);
        assertThat(listener.events).contains("refused").endsWith("unknown").doesNotContain("known brewery.Other");
        assertThat(listener.counters.get(Counter.SCHEMAS_REFUSED)).isPositive();
    }

    @Test
    void doesNotAnswerMoreThanItsBudget() {
        Node publisher = new Node(1, LEVEL);
        Node[] askers = {new Node(2), new Node(3)};
        for (int i = 0; i < 200; i++) {
            askers[i % 2].exchange.want(idOf(LEVEL), fingerprint(LEVEL), publisher.address, now);
            askers[i % 2].due = now;
            lost = datagram -> datagram.tag() == MessageLayout.SCHEMA;
            runFor(10 * MILLI);
        }
        long answers =
                tags().stream().filter(tag -> tag == MessageLayout.SCHEMA).count();
        assertThat(answers).isLessThanOrEqualTo(2_000 * MILLI / SchemaExchange.ECHO + 1);
    }

    @Test
    void waitsForABoundedNumber() {
        Node dumb = new Node(1);
        Node listener = new Node(2);
        for (int i = 0; i < SchemaExchange.MAX_WANTED; i++) {
            assertThat(listener.exchange.want(i, i, dumb.address, now)).isTrue();
        }
        assertThat(listener.exchange.want(-1, -1, dumb.address, now)).isFalse();
    }

    /** Whoever hears a wrong answer still gives the right one. */
    @Test
    void liarsSilenceNobody() {
        Node dumb = new Node(1);
        new Node(2, LEVEL);
        for (int i = 3; i <= 30; i++) {
            new Node(i).own.put(fingerprint(LEVEL), OTHER);
        }
        Node listener = new Node(100);
        listener.wants(LEVEL, dumb);
        runFor(SchemaExchange.FIRST_RETRY + SchemaExchange.ECHO + 1);
        assertThat(listener.events).contains("refused").endsWith("known brewery.Level");
    }

    /** So that what others answer in several datagrams is put together and spares this node's answer. */
    @Test
    void anAnswerOfOthersIsOfUseAsLongAsOnesOwnIsDue() {
        Node dumb = new Node(1);
        SchemaExchange other = new Node(2, LEVEL).exchange;
        new Node(100).wants(LEVEL, dumb);
        runFor(SchemaExchange.FIRST_RETRY);
        assertThat(other.wants(idOf(LEVEL), fingerprint(LEVEL))).isTrue();
        assertThat(other.wants(idOf(LEVEL), fingerprint(OTHER))).isFalse();
        runFor(SchemaExchange.ECHO);
        assertThat(other.wants(idOf(LEVEL), fingerprint(LEVEL))).isFalse();
    }

    /** One message of a made-up shape costs its sender little, and questions to all cost everybody. */
    @Test
    void askingAllIsBounded() {
        Node dumb = new Node(1);
        Node listener = new Node(2);
        for (int i = 0; i < SchemaExchange.MAX_WANTED; i++) {
            listener.exchange.want(i, i, dumb.address, now);
        }
        listener.due = now;
        runFor(SchemaExchange.PATIENCE);
        long toAll = sent.stream().filter(each -> each.destination() == null).count();
        assertThat(toAll).isBetween(1L, 2L * SchemaExchange.QUESTION_RATE);
        assertThat(sent.size() - toAll).isEqualTo(SchemaExchange.MAX_WANTED);
    }

    @Test
    void whatIsLargerThanASchemaMayBeIsNotRead() {
        Node publisher = new Node(1, LEVEL);
        Node listener = new Node(2);
        lost = datagram -> datagram.tag() == MessageLayout.SCHEMA;
        listener.wants(LEVEL, publisher);
        runFor(MILLI);
        Datagram answer = sent.get(sent.size() - 1);
        byte[] padded = Arrays.copyOf(answer.bytes(), SchemaLimits.MAX_BYTES + 16);
        Framing.write(padded, 0, padded.length);
        deliver(new Datagram(padded, publisher.address, null));
        assertThat(listener.events).containsExactly("refused");
        deliver(answer);
        assertThat(listener.events).containsExactly("refused", "known brewery.Level");
    }
}
