package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.domaintypesystem.engine.KeyedNode.Datagram;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstContactsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;
    private static final SocketAddress STRANGER = InetSocketAddress.createUnresolved("stranger", 1);

    private final KeyRing keys = KeyRing.of(GroupKey.generate());
    private final KeyedNode publisher = new KeyedNode(1, keys, 3600 * SECOND);
    private final KeyedNode listener = new KeyedNode(2, keys, 0);
    private long now;

    private void at(long time) {
        now = time;
        publisher.at(time);
        listener.at(time);
    }

    /** Has both exchange what they have sent to each other. */
    private void exchange() {
        for (int i = 0; i < 4; i++) {
            listener.at(now + MILLI);
            take(listener).forEach(each -> publisher.receive(each.bytes(), each.from()));
            take(publisher).forEach(each -> listener.receive(each.bytes(), each.from()));
        }
    }

    private static List<Datagram> take(KeyedNode from) {
        List<Datagram> all = List.copyOf(from.sent);
        from.sent.clear();
        return all;
    }

    private void hear(Datagram datagram) {
        listener.receive(datagram.bytes(), datagram.from());
    }

    @Test
    void deliversOnceTheSenderHasProvenThatItIsThere() {
        at(0);
        List<Datagram> first = List.of(publisher.publish(), publisher.announce(), publisher.publish());
        first.forEach(this::hear);
        hear(first.get(0));
        assertThat(listener.delivered).isEmpty();
        assertThat(listener.controls).isEmpty();
        exchange();
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(1L, 2L)));
        assertThat(listener.controls).isEqualTo(Map.of(1L, List.of(1L)));
        hear(publisher.publish());
        Datagram announcement = publisher.announce();
        hear(announcement);
        hear(announcement);
        first.forEach(this::hear);
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(1L, 2L, 3L)));
        assertThat(listener.controls.get(1L)).hasSize(2);
        assertThat(listener.counters.get(Counter.CHALLENGES_SENT)).isEqualTo(1);
        assertThat(publisher.counters.get(Counter.CHALLENGES_ANSWERED)).isEqualTo(1);
    }

    @Test
    void whatADeadSenderHasSaidIsNotDelivered() {
        at(0);
        List<Datagram> recorded = List.of(publisher.publish(), publisher.announce());
        for (long time = SECOND; time < 20 * SECOND; time += 10 * MILLI) {
            now = time;
            listener.at(time);
            recorded.forEach(each -> listener.receive(each.bytes(), STRANGER));
        }
        assertThat(listener.delivered).isEmpty();
        assertThat(listener.controls).isEmpty();
        assertThat(listener.sent).allSatisfy(each -> assertThat(each.to()).isEqualTo(STRANGER));
        // Six times, then a rest.
        assertThat(listener.sent).hasSizeBetween(18, 30);
    }

    @Test
    void whatALivingSenderHasSaidBeforeIsNotDelivered() {
        at(0);
        List<Datagram> recorded = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            recorded.add(publisher.publish());
            recorded.add(publisher.announce());
        }
        at(60 * SECOND);
        recorded.forEach(each -> listener.receive(each.bytes(), publisher.address));
        exchange();
        assertThat(listener.delivered).isEmpty();
        assertThat(listener.controls).isEmpty();
        assertThat(listener.counters.get(Counter.REPLAYED)).isPositive();
        recorded.forEach(each -> listener.receive(each.bytes(), publisher.address));
        exchange();
        assertThat(listener.delivered).isEmpty();
        hear(publisher.publish());
        exchange();
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(101L)));
    }

    /** It has proven that it is there, and what is played back is of a type that nothing has come of. */
    @Test
    void theFirstMessageOfATypeIsFreshOrAskedAbout() {
        at(0);
        Datagram recorded = publisher.publish();
        at(60 * SECOND);
        hear(publisher.announce());
        exchange();
        assertThat(listener.controls).containsKey(1L);
        at(61 * SECOND + 1);
        listener.receive(recorded.bytes(), STRANGER);
        exchange();
        assertThat(listener.delivered).isEmpty();
        hear(publisher.publish());
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(2L)));
    }

    @Test
    void aSenderThatWasSilentForLongIsAskedAgain() {
        at(0);
        hear(publisher.announce());
        exchange();
        at(200 * SECOND);
        hear(publisher.publish());
        assertThat(listener.delivered).isEmpty();
        exchange();
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(1L)));
    }

    @Test
    void clocksMayBeSet() {
        at(0);
        hear(publisher.announce());
        exchange();
        // Right after a proof, what is not fresh is not asked about.
        at(2 * SECOND);
        for (long ahead : new long[] {0, 86_400 * SECOND, 0, -86_400 * SECOND}) {
            publisher.setClock(ahead);
            listener.delivered.clear();
            hear(publisher.announce());
            hear(publisher.publish());
            exchange();
            hear(publisher.announce());
            hear(publisher.publish());
            assertThat(listener.delivered.get(1L)).hasSize(2);
            at(now + 2 * SECOND);
        }
        assertThat(listener.controls.get(1L)).hasSize(9);
    }

    @Test
    void whatIsPlayedBackDoesNotKeepOutWhatIsNew() {
        at(0);
        List<Datagram> recorded = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            recorded.add(publisher.publish());
        }
        at(60 * SECOND);
        recorded.forEach(each -> listener.receive(each.bytes(), STRANGER));
        at(60 * SECOND + 10 * MILLI);
        List<Datagram> fresh = List.of(publisher.publish(), publisher.publish(), publisher.publish());
        fresh.forEach(this::hear);
        recorded.forEach(each -> listener.receive(each.bytes(), STRANGER));
        assertThat(take(listener)).allSatisfy(each -> assertThat(each.to()).isEqualTo(STRANGER));
        at(60 * SECOND + 60 * MILLI);
        exchange();
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(201L, 202L, 203L)));
    }

    @Test
    void losingChallengesOnlyTakesTime() {
        at(0);
        hear(publisher.publish());
        long[] asked = {0, 50, 150, 350, 750, 1550};
        for (long millis : asked) {
            at(millis * MILLI);
            List<Datagram> lost = take(listener);
            assertThat(lost).hasSize(1);
            listener.at(millis * MILLI + 1);
            assertThat(listener.sent).isEmpty();
            if (millis == 1550) {
                publisher.receive(lost.get(0).bytes(), lost.get(0).from());
                take(publisher).forEach(this::hear);
            }
        }
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(1L)));
    }

    @Test
    void nobodyElseCanGiveTheProof() {
        at(0);
        hear(publisher.publish());
        listener.at(0);
        KeyedNode other = new KeyedNode(3, keys, 0);
        Datagram challenge = take(listener).get(0);
        other.receive(challenge.bytes(), challenge.from());
        take(other).forEach(this::hear);
        assertThat(listener.delivered).isEmpty();
        publisher.receive(challenge.bytes(), challenge.from());
        Datagram response = take(publisher).get(0);
        hear(response);
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(1L)));
        KeyedNode restarted = new KeyedNode(2, keys, 0);
        restarted.at(0);
        restarted.receive(response.bytes(), response.from());
        assertThat(restarted.delivered).isEmpty();
        assertThat(restarted.counters.get(Counter.REPLAYED)).isEqualTo(1);
    }

    @Test
    void proofsAreGivenAtALimitedRate() {
        at(0);
        hear(publisher.publish());
        listener.at(0);
        Datagram challenge = take(listener).get(0);
        for (int i = 0; i < 1000; i++) {
            publisher.receive(challenge.bytes(), STRANGER);
        }
        assertThat(take(publisher)).hasSize(ChallengeLimits.RATE);
        assertThat(publisher.counters.get(Counter.CHALLENGES_REFUSED)).isEqualTo(1000 - ChallengeLimits.RATE);
        at(SECOND);
        publisher.receive(challenge.bytes(), challenge.from());
        take(publisher).forEach(this::hear);
        assertThat(listener.delivered).isNotEmpty();
    }

    @Test
    void memoryIsBounded() {
        at(0);
        List<Datagram> all = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            hear(new KeyedNode(1000 + i, keys, 0).publish());
        }
        listener.at(0);
        int most = FirstContacts.MAX_ASKED;
        assertThat(listener.sent).hasSize(most);
        assertThat(listener.counters.get(Counter.NOT_PROVEN)).isEqualTo(3000 - most);
        for (int i = 0; i < 200; i++) {
            all.add(publisher.publish());
        }
        all.forEach(this::hear);
        assertThat(listener.counters.get(Counter.NOT_PROVEN))
                .isEqualTo(3000 - most + 1 + 200 - FirstContact.MAX_WAITING);
    }

    @Test
    void copiesOfLastValuesNeedAProofToo() {
        at(0);
        publisher.publish();
        at(60 * SECOND);
        hear(publisher.copy(1));
        assertThat(listener.delivered).isEmpty();
        exchange();
        assertThat(listener.delivered).isEqualTo(Map.of(1L, List.of(1L)));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("dts.seeds", 4));
    }

    /**
     * Two publishers, a listener that is started again and again, and somebody who records everything and plays it back, altered
     * and not, from anywhere, faster than the others send.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingThatIsPlayedBackIsDelivered(long seed) {
        Random random = new Random(seed);
        Map<Long, KeyedNode> publishers = new HashMap<>();
        Map<String, Long> sentAt = new HashMap<>();
        List<Datagram> recorded = new ArrayList<>();
        KeyedNode hearing = new KeyedNode(100, keys, 0);
        long startedAt = 0;
        long nextSender = 1;
        for (int round = 0; round < 1500; round++) {
            long time = round * 20 * MILLI;
            hearing.at(time);
            publishers.values().forEach(each -> each.at(time));
            if (publishers.size() < 2) {
                long offset = random.nextLong() / 1000 / SECOND * SECOND;
                publishers.put(nextSender, new KeyedNode(nextSender, keys, offset));
                publishers.get(nextSender++).at(time);
            }
            List<Datagram> underWay = new ArrayList<>(take(hearing));
            for (KeyedNode each : publishers.values()) {
                Datagram datagram = random.nextBoolean() ? each.publish() : each.announce();
                sentAt.put(key(datagram.bytes()), time);
                underWay.add(datagram);
                underWay.addAll(take(each));
            }
            recorded.addAll(underWay);
            for (int i = 0; i < 6; i++) {
                Datagram replayed = recorded.get(random.nextInt(recorded.size()));
                byte[] bytes = replayed.bytes().clone();
                if (random.nextInt(4) == 0) {
                    bytes[8 + random.nextInt(bytes.length - 8)] ^= (byte) (1 << random.nextInt(8));
                }
                underWay.add(random.nextInt(underWay.size() + 1), new Datagram(bytes, STRANGER, hearing.address));
            }
            for (Datagram each : underWay) {
                if (random.nextInt(10) != 0) {
                    hearing.receive(each.bytes(), each.from());
                    publishers.values().forEach(to -> to.receive(each.bytes(), each.from()));
                }
            }
            if (random.nextInt(150) == 0 && publishers.size() > 1) {
                publishers.remove(publishers.keySet().iterator().next());
            }
            if (random.nextInt(300) == 0) {
                checkDelivered(hearing, startedAt, sentAt);
                hearing = new KeyedNode(100 + round, keys, 0);
                startedAt = time;
            }
        }
        checkDelivered(hearing, startedAt, sentAt);
        assertThat(hearing.delivered).isNotEmpty();
    }

    private static String key(byte[] sealed) {
        return sealed[MessageLayout.SENDER] + " "
                + (sealed[MessageLayout.TYPE_ID] == 0 ? "control " : "data ")
                + ((sealed[MessageLayout.SEQUENCE] & 0xFF) | (sealed[MessageLayout.SEQUENCE + 1] & 0xFF) << 8);
    }

    /** Each at most once, and none that was sent before the listener was started, but for a moment. */
    private static void checkDelivered(KeyedNode node, long startedAt, Map<String, Long> sentAt) {
        node.delivered.forEach((sender, all) -> check(sender + " data ", all, startedAt, sentAt));
        node.controls.forEach((sender, all) -> check(sender + " control ", all, startedAt, sentAt));
    }

    private static void check(String prefix, List<Long> all, long startedAt, Map<String, Long> sentAt) {
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        for (long sequence : all) {
            assertThat(sentAt.get(prefix + sequence)).isGreaterThanOrEqualTo(startedAt - Contact.FRESH);
        }
    }
}
