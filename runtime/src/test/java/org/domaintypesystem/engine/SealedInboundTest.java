package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.domaintypesystem.keys.KeyRing;
import org.junit.jupiter.api.Test;

class SealedInboundTest {
    private static final long TYPE = SealingNode.TYPE;
    private static final long SECOND = 1_000_000_000;
    private static final SocketAddress STRANGER = InetSocketAddress.createUnresolved("stranger", 1);

    private final GroupKey key = GroupKey.generate();
    private final KeyRing keys = KeyRing.of(key);
    private final SealingNode publisher = new SealingNode(0xA, keys);
    private final SealingNode listener = new SealingNode(0xB, keys);

    private void hear(byte[] datagram) {
        listener.receive(datagram, publisher.address);
    }

    private void hear(List<byte[]> datagrams) {
        datagrams.forEach(this::hear);
    }

    /** The listener knows that the publisher is there, and nothing of what it publishes. */
    private void meet() {
        hear(publisher.tell(MessageLayout.ANNOUNCE, 0, 1));
        listener.exchange(publisher);
        assertThat(listener.controls).hasSize(1);
        listener.controls.clear();
    }

    private void at(long nanos) {
        publisher.now = nanos;
        listener.now = nanos;
        listener.tick();
    }

    private long counted(Counter counter) {
        return listener.counters.get(counter);
    }

    @Test
    void whatCameBeforeTheProofIsDeliveredInOrder() {
        byte[] first = publisher.publish();
        hear(first);
        hear(publisher.tell(MessageLayout.ANNOUNCE, 0, 1));
        hear(publisher.publish());
        hear(publisher.publishLarge(3000));
        hear(publisher.tellLarge(MessageLayout.SCHEMA, 3000));
        hear(first);
        assertThat(listener.sink.events).isEmpty();
        assertThat(listener.controls).isEmpty();
        listener.exchange(publisher);
        assertThat(listener.sink.events).containsExactly("a: 1", "a: 2", "a: 3");
        assertThat(listener.controls).containsExactly("10: 1", "12: 2");
        hear(publisher.publish());
        assertThat(listener.sink.events).endsWith("a: 4");
        assertThat(counted(Counter.CHALLENGES_SENT)).isEqualTo(1);
        assertThat(listener.said).isEmpty();
    }

    @Test
    void nobodyIsHeardBeforeTheProof() {
        hear(publisher.publish());
        assertThat(listener.inbound.hasHeard()).isFalse();
        hear(Packets.message(1, TYPE, 1, 1));
        assertThat(listener.inbound.hasHeard()).isFalse();
        listener.exchange(publisher);
        assertThat(listener.inbound.hasHeard()).isTrue();
        assertThat(listener.inbound.lastSender()).isEqualTo(publisher.sender);
    }

    @Test
    void copiesAreDroppedUnopened() {
        meet();
        byte[] first = publisher.publish();
        hear(first);
        byte[] altered = first.clone();
        altered[altered.length - 1] ^= 1;
        hear(altered);
        hear(first);
        byte[] told = publisher.tell(MessageLayout.ANNOUNCE, 0, 1);
        hear(told);
        told[told.length - 1] ^= 1;
        hear(told);
        assertThat(listener.sink.events).containsExactly("a: 1");
        assertThat(counted(Counter.DUPLICATE)).isEqualTo(2);
        assertThat(counted(Counter.REPLAYED)).isEqualTo(1);
        assertThat(counted(Counter.FORGED)).isZero();
    }

    @Test
    void everythingElseIsRefusedAndCountedByItsCause() {
        meet();
        byte[] genuine = publisher.publish();
        for (int i = 0; i < genuine.length; i++) {
            byte[] altered = genuine.clone();
            altered[i] ^= (byte) (1 << i % 8);
            listener.receive(altered, STRANGER);
        }
        assertThat(counted(Counter.FORGED)).isPositive();
        listener.receive(Packets.message(7, TYPE, 1, 1), STRANGER);
        listener.receive(Packets.message(0xA, TYPE, 1, 1), STRANGER);
        assertThat(counted(Counter.PLAIN)).isEqualTo(2);
        listener.receive(new SealingNode(0xA, KeyRing.of(GroupKey.generate())).publish(), STRANGER);
        assertThat(counted(Counter.OTHER_KEY)).isPositive();
        assertThat(listener.sink.events).isEmpty();
        assertThat(listener.controls).isEmpty();
        assertThat(listener.said).hasSize(3).doesNotHaveDuplicates();
        hear(genuine);
        assertThat(listener.sink.events).containsExactly("a: 1");
    }

    @Test
    void aPlainBatchIsRefusedOnce() {
        byte[] plain = Packets.concat(Packets.message(1, TYPE, 1, 1), publisher.publish());
        assertThat(listener.receive(plain, publisher.address)).isTrue();
        assertThat(counted(Counter.PLAIN)).isEqualTo(1);
        listener.exchange(publisher);
        assertThat(listener.sink.events).containsExactly("a: 1");
    }

    @Test
    void nodesWithoutKeysIgnoreWhatIsSealed() {
        List<String> said = new ArrayList<>();
        Counters counters = new Counters();
        Reassemblies reassemblies = new Reassemblies(1 << 20, counters, () -> 0, 1);
        List<String> controls = new ArrayList<>();
        Inbound open = new Inbound(
                counters,
                (message, source) -> controls.add(""),
                reassemblies,
                (body, typeId, schemaId, sender) -> false,
                (typeId, schemaId, sender, source) -> Readability.READABLE,
                Packets.repairs(counters, reassemblies),
                Gate.open(said::add));
        for (int i = 0; i < 3; i++) {
            byte[] sealed = publisher.publish();
            assertThat(open.receive(sealed, sealed.length, 0, listener.types, STRANGER))
                    .isTrue();
            assertThat(open.hasHeard()).isFalse();
        }
        assertThat(counters.get(Counter.SEALED)).isEqualTo(3);
        assertThat(said).hasSize(1);
        byte[] plain = Packets.message(1, TYPE, 1, 1);
        open.receive(plain, plain.length, 0, listener.types, STRANGER);
        assertThat(listener.sink.events).containsExactly("1: 1");
        assertThat(open.hasHeard()).isTrue();
        assertThat(controls).isEmpty();
    }

    @Test
    void largeControlMessagesComeOnce() {
        meet();
        List<byte[]> large = publisher.tellLarge(MessageLayout.SCHEMA, 5000);
        hear(large);
        hear(large);
        assertThat(listener.controls).containsExactly("12: 3");
        assertThat(counted(Counter.REPLAYED)).isEqualTo(large.size());
    }

    @Test
    void ofWhatIsVerifiedNothingIsImplausibleAndNothingGoesBack() {
        meet();
        byte[] old = publisher.publish();
        publisher.skip(5_000_000);
        hear(publisher.publish());
        publisher.skip(5_000_000);
        hear(publisher.publish());
        assertThat(listener.sink.events).containsExactly("a: 5000002", "a: missing 5000003+5000000", "a: 10000003");
        hear(old);
        hear(old);
        assertThat(listener.sink.events).hasSize(3);
        assertThat(counted(Counter.IMPLAUSIBLE)).isZero();
    }

    /** It got lost, and somebody has recorded it. */
    @Test
    void anOldHeartbeatTakesNothingAway() {
        meet();
        hear(publisher.publishKept());
        byte[] recorded = publisher.tell(MessageLayout.HEARTBEAT, TYPE, 1, 1);
        byte[] missing = publisher.publishKept();
        hear(publisher.publishKept());
        hear(publisher.publishKept());
        at(SECOND);
        hear(recorded);
        hear(missing);
        assertThat(listener.sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: 4");
        assertThat(counted(Counter.CONTROL)).isGreaterThan(1);
    }

    @Test
    void copiesOfLastValuesNeedToBeNamed() {
        meet();
        byte[] copy = publisher.copy(5);
        hear(copy);
        assertThat(counted(Counter.REPLAYED)).isEqualTo(1);
        assertThat(counted(Counter.LAST_VALUES)).isZero();
    }

    @Test
    void aNodeHearsItselfWithoutAsking() {
        hearItself(listener.publish());
        hearItself(listener.tell(MessageLayout.ANNOUNCE, 0, 1));
        byte[] recorded = listener.publish();
        assertThat(listener.sink.events).containsExactly("b: 1");
        assertThat(listener.controls).hasSize(1);
        assertThat(listener.sent).isEmpty();
        at(60 * SECOND);
        listener.types.put(TYPE, new InboundType(listener.sink, 3));
        hearItself(recorded);
        assertThat(listener.sink.events).containsExactly("b: 1");
        hearItself(listener.publish());
        assertThat(listener.sink.events).containsExactly("b: 1", "b: 3");
        assertThat(counted(Counter.REPLAYED)).isEqualTo(1);
        assertThat(listener.sent).isEmpty();
    }

    private void hearItself(byte[] datagram) {
        listener.receive(datagram, listener.address);
    }

    @Test
    void aReceiverThatIsStartedAgainTakesNothingOfWhatWasRecorded() {
        List<byte[]> recorded = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            recorded.add(publisher.publish());
            recorded.addAll(publisher.publishLarge(2000));
            recorded.add(publisher.tell(MessageLayout.ANNOUNCE, 0, 1));
        }
        hear(publisher.publish());
        listener.tick();
        recorded.addAll(listener.take().stream().map(SealingNode.Sent::bytes).toList());
        publisher.now = 60 * SECOND;
        SealingNode restarted = new SealingNode(0xC, keys);
        for (restarted.now = 60 * SECOND; restarted.now < 63 * SECOND; restarted.now += SECOND / 10) {
            recorded.forEach(each -> restarted.receive(each, publisher.address));
            restarted.tick();
            restarted.exchange(publisher);
        }
        assertThat(restarted.sink.events).isEmpty();
        assertThat(restarted.controls).isEmpty();
        publisher.now = restarted.now;
        restarted.receive(publisher.publish(), publisher.address);
        restarted.exchange(publisher);
        assertThat(restarted.sink.events).hasSize(1);
    }

    @Test
    void aTypeWithItsOwnKeyIsForThoseWhoHaveIt() {
        GroupKey own = GroupKey.generate(KeyAlgorithm.CHACHA20_POLY1305);
        KeyRing both = KeyRing.builder().key(key).typeKey(TYPE, own).build();
        SealingNode insider = new SealingNode(0xC, both);
        SealingNode other = new SealingNode(0xD, both);
        byte[] secret = insider.publish();
        hear(secret);
        assertThat(counted(Counter.OTHER_KEY)).isEqualTo(1);
        other.receive(secret, insider.address);
        other.receive(publisher.publish(), publisher.address);
        assertThat(other.counters.get(Counter.OTHER_KEY)).isEqualTo(1);
        other.exchange(insider);
        assertThat(other.sink.events).containsExactly("c: 1");
        other.receive(publisher.tell(MessageLayout.ANNOUNCE, 0, 1), publisher.address);
        other.now = SECOND / 10;
        other.tick();
        other.exchange(publisher);
        assertThat(other.controls).containsExactly("10: 1");
    }
}
