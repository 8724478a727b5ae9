package org.domaintypesystem.testkit;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.domaintypesystem.Dts;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Peer;
import org.domaintypesystem.Query;
import org.domaintypesystem.QueryResult;
import org.domaintypesystem.QueryResult.Answered;
import org.domaintypesystem.QueryResult.Cause;
import org.domaintypesystem.Replies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queries among whole nodes, on a network that loses, copies, delays and reorders, while nodes come and go. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class QueryNetworkTest {
    private static final int ANSWERERS = 6;
    private static final int REPLIES = 5;
    private static final Duration TIME = ofMillis(500);

    /** What comes of one query, a line each. */
    private static final class Record implements Replies<Reading> {
        final VirtualNetwork network;
        final Map<Long, Set<Integer>> bySender = new HashMap<>();
        final List<String> lines = new ArrayList<>();
        final List<QueryResult> results = new ArrayList<>();
        Instant ended = Instant.MAX;

        Record(VirtualNetwork network) {
            this.network = network;
        }

        @Override
        public void onReply(Reading reading, MessageInfo info) {
            assertThat(results).as("a reply behind the end").isEmpty();
            assertThat(bySender.computeIfAbsent(info.sender(), sender -> new HashSet<>())
                            .add(reading.number()))
                    .as("a reply for the first time")
                    .isTrue();
            lines.add("%016x %d %d at %s".formatted(info.sender(), info.sequence(), reading.number(), network.now()));
        }

        @Override
        public void onEnd(QueryResult result) {
            results.add(result);
            ended = network.now();
            lines.add(result + " at " + ended);
        }

        QueryResult result() {
            assertThat(results).hasSize(1);
            return results.get(0);
        }
    }

    /** Has a node answer each query with numbers that nobody else has; fails if it is asked a query twice. */
    private static void answer(Dts node, int number) {
        Set<String> asked = new HashSet<>();
        new ReadingPublisher(node).answer((question, answer) -> {
            assertThat(asked.add(question.sender() + question.text()))
                    .as("asked once")
                    .isTrue();
            for (int i = 0; i < REPLIES; i++) {
                answer.send(new Reading(number * REPLIES + i));
            }
        });
    }

    private static List<Dts> answerers(VirtualNetwork network) {
        List<Dts> nodes = new ArrayList<>();
        for (int i = 0; i < ANSWERERS; i++) {
            Dts node = network.join("answerer " + i);
            answer(node, i);
            nodes.add(node);
        }
        return nodes;
    }

    @Test
    void endsAsSoonAsAllHaveAnswered(VirtualNetwork network) {
        Dts asker = network.join("asker");
        List<Dts> nodes = answerers(network);
        answer(asker, ANSWERERS);
        network.run(ofSeconds(10));
        Record record = new Record(network);
        Instant start = network.now();
        ReadingListener.query(asker, "", TIME, record);
        CompletableFuture<List<Reading>> all = ReadingListener.query(asker, "all", TIME);
        network.runUntilQuiet();
        assertThat(record.result().cause()).isEqualTo(Cause.COMPLETE);
        assertThat(record.ended).isEqualTo(start.plus(Duration.ofNanos(200_000)));
        assertThat(record.result().silent()).isEmpty();
        assertThat(record.result().answered())
                .hasSize(nodes.size() + 1)
                .allSatisfy(answered -> assertThat(answered.complete()).isTrue())
                .allSatisfy(answered -> assertThat(answered.replies()).isEqualTo(REPLIES));
        assertThat(all).isCompletedWithValueMatching(readings -> readings.size() == (ANSWERERS + 1) * REPLIES);
    }

    @Test
    void aQueryIsRepeatedForWhoeverHasNotHeardIt(VirtualNetwork network) {
        Dts asker = network.join("asker");
        Dts node = network.join("answerer");
        answer(node, 0);
        network.run(ofSeconds(10));
        network.link(asker, node).down();
        Record record = new Record(network);
        Instant start = network.now();
        ReadingListener.query(asker, "", TIME, record);
        network.run(ofMillis(200));
        network.link(asker, node).up();
        network.run(ofSeconds(1));
        assertThat(record.result().cause()).isEqualTo(Cause.COMPLETE);
        assertThat(record.ended).isEqualTo(start.plusMillis(250).plus(Duration.ofNanos(200_000)));
    }

    @Test
    void anEndThatWasLostIsSaidAgain(VirtualNetwork network) {
        Dts asker = network.join("asker");
        Dts node = network.join("answerer");
        answer(node, 0);
        network.run(ofSeconds(10));
        long before = network.link(node, asker).sent();
        network.link(node, asker).filter(datagram -> network.link(node, asker).sent() != before + REPLIES + 1);
        Record record = new Record(network);
        ReadingListener.query(asker, "", TIME, record);
        network.run(ofMillis(124));
        assertThat(record.results).isEmpty();
        network.run(ofMillis(2));
        assertThat(record.result().cause()).isEqualTo(Cause.COMPLETE);
        assertThat(record.result().answered().get(0).replies()).isEqualTo(REPLIES);
    }

    @Test
    void asksBeforeAnybodyIsKnown(VirtualNetwork network) {
        Dts asker = network.join("asker");
        Record record = new Record(network);
        ReadingListener.query(asker, "", TIME, record);
        network.run(ofMillis(100));
        answer(network.join("answerer"), 0);
        network.run(ofSeconds(1));
        assertThat(record.result().answered())
                .singleElement()
                .satisfies(answered -> assertThat(answered.replies()).isEqualTo(REPLIES));
    }

    @Test
    void whoWaitedForTooLongIsNotAnswered(VirtualNetwork network) {
        Dts asker = network.join("asker");
        Dts node = network.join("answerer");
        List<String> asked = new ArrayList<>();
        new ReadingPublisher(node).answer((question, answer) -> {
            asked.add(question.text());
            network.sleep(ofSeconds(1));
            assertThat(answer.send(new Reading(1))).isTrue();
        });
        network.run(ofSeconds(10));
        Record first = new Record(network);
        Record second = new Record(network);
        ReadingListener.query(asker, "first", TIME, first);
        ReadingListener.query(asker, "second", TIME, second);
        network.run(ofSeconds(3));
        assertThat(asked).containsExactly("first");
        assertThat(first.result().cause()).isEqualTo(Cause.COMPLETE);
        assertThat(second.result().silent()).extracting(Peer::name).containsExactly("answerer");
        assertThat(node.counters().querying().refused()).isEqualTo(1);
    }

    @Test
    void aSlowOneLosesItsOwnRepliesAndIsTold(VirtualNetwork network) {
        Dts asker = network.join("asker");
        Dts node = network.join("answerer");
        new ReadingPublisher(node).answer((question, answer) -> {
            for (int i = 0; i < 2000; i++) {
                answer.send(new Reading(i));
            }
        });
        network.run(ofSeconds(10));
        network.slowListeners(asker, ofMillis(1));
        Record record = new Record(network);
        Query query = ReadingListener.query(asker, "", TIME, record);
        network.run(ofSeconds(10));
        assertThat(query.dropped()).isPositive();
        assertThat(record.result().answered())
                .containsExactly(new Answered(
                        node.sender(), record.result().answered().get(0).peer(), 2000, query.dropped(), 0, true));
        assertThat(record.bySender.get(node.sender())).hasSize((int) (2000 - query.dropped()));
    }

    @Seeds(25)
    @TestTemplate
    void whateverTheNetworkDoes(VirtualNetwork network) {
        proof(network);
    }

    @Test
    void oneSeedOneStory() {
        for (long seed = 1; seed <= 3; seed++) {
            try (VirtualNetwork once = VirtualNetwork.seeded(seed);
                    VirtualNetwork again = VirtualNetwork.seeded(seed)) {
                assertThat(proof(once)).isEqualTo(proof(again));
            }
        }
    }

    private static List<String> proof(VirtualNetwork network) {
        Dts asker = network.join("asker");
        List<Dts> nodes = answerers(network);
        Dts mute = network.join("mute");
        new ReadingPublisher(mute).publish(-1);
        network.run(ofSeconds(10));
        assertThat(asker.peers()).hasSize(ANSWERERS + 1);
        network.loss(0.3).duplication(0.2).delay(ZERO, ofMillis(20));

        List<Record> records = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Record record = new Record(network);
            records.add(record);
            Query query = ReadingListener.query(asker, "query " + i, TIME, record);
            if (i == 1) {
                network.after(ofMillis(3), () -> network.crash(nodes.get(0)));
                network.after(ofMillis(5), () -> answer(network.restart(nodes.get(1)), ANSWERERS));
                network.after(ofMillis(7), nodes.get(2)::close);
            } else if (i == 3) {
                network.after(ofMillis(30), query::close);
            }
            network.run(ofMillis(100));
        }
        network.run(ofSeconds(5));
        records.get(3).result();
        Record last = new Record(network);
        ReadingListener.query(asker, "last", TIME, last);
        asker.close();
        network.run(ofSeconds(1));
        assertThat(last.result().cause()).isEqualTo(Cause.CLOSED);
        records.add(last);
        // What a record or an answerer finds wrong, it throws.
        nodes.add(asker);
        assertThat(nodes)
                .allSatisfy(node ->
                        assertThat(node.counters().delivering().failures()).isZero());

        List<String> lines = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Record record = records.get(i);
            check(record, i < 3);
            lines.addAll(record.lines);
        }
        assertThat(records.get(0).result().silent()).extracting(Peer::name).contains("mute");
        assertThat(records.get(2).result().silent()).extracting(Peer::name).contains("answerer 0", "mute");
        assertThat(records.get(3).result().cause()).isEqualTo(Cause.CLOSED);
        return lines;
    }

    private static void check(Record record, boolean ranToItsEnd) {
        QueryResult result = record.result();
        Set<Long> answered = new HashSet<>();
        for (Answered each : result.answered()) {
            answered.add(each.sender());
            int come = record.bySender.getOrDefault(each.sender(), Set.of()).size();
            assertThat(each.dropped()).isZero();
            assertThat(each.replies() + each.missing()).isLessThanOrEqualTo(REPLIES);
            if (ranToItsEnd) {
                assertThat(come).isEqualTo(each.replies());
            }
            if (each.complete()) {
                assertThat(each.replies()).isEqualTo(REPLIES);
            }
        }
        assertThat(answered).containsAll(record.bySender.keySet());
        assertThat(result.silent()).extracting(Peer::sender).allMatch(sender -> !answered.contains(sender));
        if (ranToItsEnd) {
            assertThat(result.cause()).isEqualTo(Cause.DEADLINE);
        }
    }
}
