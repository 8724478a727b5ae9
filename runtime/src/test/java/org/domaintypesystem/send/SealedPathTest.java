package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.domaintypesystem.send.SealedPath.SECRET_TYPE;
import static org.domaintypesystem.send.SealedPath.SOMEBODY;
import static org.domaintypesystem.send.SealedPath.TYPE;
import static org.domaintypesystem.send.SealedPath.message;
import static org.domaintypesystem.send.SealedPath.numbered;
import static org.domaintypesystem.send.SealedPath.payload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.Pack;
import org.domaintypesystem.engine.Packets;
import org.domaintypesystem.engine.RetainedMessage;
import org.domaintypesystem.engine.RetainedMessages;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves where there are keys: all of it sealed, and what was sent once it has been opened. */
@Timeout(60)
class SealedPathTest {
    private static final int HEARTBEAT = 7;
    private static final int REPLY = 6;
    private static final int LAST_VALUE = 1;
    private static final int REPAIRABLE = 2;
    private static final int FLAGS = 20;
    private static final int LARGEST_WHOLE = MessageLayout.MAX_DATAGRAM - Sealer.OVERHEAD;

    private final SealedPath net = new SealedPath();

    private static List<byte[]> fragments(byte[] message) {
        return Packets.fragments(message, Sealer.OVERHEAD);
    }

    @Test
    void messagesAreSealedWithTheKeyOfTheirType() {
        byte[] message = payload(TYPE, 96);
        byte[] secret = payload(SECRET_TYPE, 80);
        assertThat(net.send(net.stream, message)).isTrue();
        assertThat(net.send(net.secret, secret)).isTrue();
        assertThat(net.send(net.stream, message)).isTrue();
        assertThat(net.plain()).containsExactly(numbered(message, 1), numbered(secret, 1), numbered(message, 2));
        assertThat(net.opened.stream().map(each -> each.get(0).keyId()))
                .containsExactly(
                        net.keys.sealing(TYPE).id(),
                        net.keys.sealing(SECRET_TYPE).id(),
                        net.keys.sealing(TYPE).id());
        assertThat(net.sent.get(0)).hasSize(96 + Sealer.OVERHEAD);
        assertThat(net.stream.sent()).isEqualTo(2);
    }

    @Test
    void largestThatLeavesInOnePieceFillsADatagram() {
        byte[] whole = payload(TYPE, LARGEST_WHOLE);
        byte[] cut = payload(TYPE, LARGEST_WHOLE + 8);
        net.send(net.stream, whole);
        net.send(net.stream, cut);
        net.defer(net.stream, whole);
        net.defer(net.stream, cut);
        net.path.flush();
        List<byte[]> expected = new ArrayList<>(List.of(numbered(whole, 1)));
        expected.addAll(fragments(numbered(cut, 2)));
        expected.add(numbered(whole, 3));
        expected.addAll(fragments(numbered(cut, 4)));
        assertThat(net.plain()).containsExactlyElementsOf(expected).hasSize(6);
        assertThat(net.sent.get(0)).hasSize(MessageLayout.MAX_DATAGRAM);
    }

    @Test
    void batchesAreSealedAsOne() {
        Pack pack = new Pack(Sealer.OVERHEAD);
        byte[] message = payload(TYPE, 80);
        int fitting = 0;
        while (pack.add(message, message.length)) {
            fitting++;
        }
        byte[] batch = Arrays.copyOf(pack.bytes(), pack.finish(1));
        for (int i = 0; i < fitting; i++) {
            net.defer(net.stream, message);
        }
        net.path.flush();
        assertThat(fitting).isEqualTo((LARGEST_WHOLE - MessageLayout.CONTENT - 8) / 24);
        assertThat(net.plain()).containsExactly(batch);
        net.send(net.stream, message);
        assertThat(net.plain().get(1)).isEqualTo(numbered(message, fitting + 1));
    }

    @Test
    void messagesBetweenNodesAreSealedEachByItself() {
        List<byte[]> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] message = message(HEARTBEAT, 0, i % 3 == 0 ? SECRET_TYPE : i % 3 == 1 ? TYPE : 0, 88 + i % 5 * 8);
            assertThat(net.defer(net.control, message)).isTrue();
            expected.add(numbered(message, i + 1));
        }
        net.path.flush();
        byte[] single = message(HEARTBEAT, 0, 0, 88);
        net.send(net.control.to(SOMEBODY), single);
        expected.add(numbered(single, 41));
        assertThat(net.plain()).containsExactlyElementsOf(expected);
        assertThat(net.opened)
                .hasSizeLessThan(8)
                .anySatisfy(each -> assertThat(each)
                        .hasSizeGreaterThan(7)
                        .allMatch(message -> message.kind() == CounterKind.CONTROL));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, HEARTBEAT, REPLY})
    void fragmentsAreSealedOneByOne(int tag) {
        OutboundStream to = tag == 0 ? net.stream : tag == REPLY ? net.replies : net.control;
        byte[] small = message(tag, 0, TYPE, 80);
        byte[] large = message(tag, 0, TYPE, 50_000);
        net.onSending = () -> {
            net.takes = net.sent.size() != 5 || !net.takes;
            if (!net.takes) {
                net.send(net.secret, payload(SECRET_TYPE, 80));
                net.send(to, small);
            }
        };
        assertThat(net.send(to, large)).isTrue();
        List<byte[]> expected = new ArrayList<>(fragments(numbered(large, 1)));
        expected.add(5, numbered(payload(SECRET_TYPE, 80), 1));
        expected.add(numbered(small, 2));
        assertThat(net.plain()).containsExactlyElementsOf(expected);
        assertThat(net.again).as("the fragment that was not taken first").isEqualTo(1);
        CounterKind kind = tag == 0 ? CounterKind.DATA : tag == REPLY ? CounterKind.REPLY : CounterKind.CONTROL;
        assertThat(net.opened.get(0).get(0).kind()).isEqualTo(kind);
    }

    @Test
    void copiesAreTheSameEachTime() {
        byte[] first = numbered(message(0, LAST_VALUE, TYPE, 200), 5);
        byte[] second = numbered(message(0, LAST_VALUE, TYPE, 400), 3);
        byte[] both = Packets.concat(first, second);
        net.send(net.stream, payload(TYPE, 80));
        net.send(OutboundStream.ofCopies(SOMEBODY), both);
        net.defer(OutboundStream.ofCopies(SOMEBODY), both);
        net.path.flush();
        assertThat(net.plain()).hasSize(5).endsWith(first, second, first, second);
        assertThat(net.sent.get(2)).isEqualTo(net.sent.get(1));
        assertThat(net.opened.get(1)).allMatch(each -> each.kind() == CounterKind.COPY);
        assertThat(net.again).isEqualTo(2);
    }

    @Test
    void whatIsSentAgainIsWhatWasSent() {
        net.keep(net.stream, TYPE);
        net.send(net.stream, payload(TYPE, 80));
        for (int i = 0; i < 100; i++) {
            net.defer(net.stream, payload(TYPE, 80));
        }
        net.path.flush();
        net.send(net.stream, payload(TYPE, 20_000));
        List<byte[]> all = List.copyOf(net.sent);
        assertThat(net.plain()).allMatch(each -> each[FLAGS] == REPAIRABLE);
        net.repair(TYPE, 1, 102);
        assertThat(net.sent).hasSize(2 * all.size());
        assertThat(net.sent.subList(all.size(), net.sent.size())).containsExactlyElementsOf(all);
    }

    @Test
    void whatDoesNotLeaveHasUsedItsNumber() {
        byte[] message = payload(TYPE, 80);
        RetainedMessages kept = new RetainedMessages();
        RetainedMessage place = kept.place();
        net.takes = false;
        assertThat(net.path.send(net.stream, place, message, message.length)).isTrue();
        assertThat(place.sequence()).as("the latest value all the same").isEqualTo(1);
        assertThat(net.send(net.stream, payload(TYPE, 20_000))).isTrue();
        assertThat(net.stream.lost()).isEqualTo(2);
        assertThat(net.stream.refused()).isZero();
        net.takes = true;
        net.send(net.stream, message);
        assertThat(net.plain()).containsExactly(numbered(message, 3));
    }

    @Test
    void whatDoesNotLeaveCanBeHadAgain() {
        net.keep(net.stream, TYPE);
        byte[] small = message(0, REPAIRABLE, TYPE, 80);
        byte[] large = message(0, REPAIRABLE, TYPE, 20_000);
        net.takes = false;
        net.send(net.stream, payload(TYPE, 80));
        net.send(net.stream, payload(TYPE, 20_000));
        net.takes = true;
        net.repair(TYPE, 1, 2);
        List<byte[]> expected = new ArrayList<>(List.of(numbered(small, 1)));
        expected.addAll(fragments(numbered(large, 2)));
        assertThat(net.plain()).containsExactlyElementsOf(expected);
    }

    @Test
    void aFailureOfTheNetworkHasUsedTheNumber() {
        byte[] message = payload(TYPE, 80);
        net.failure = new IllegalStateException("no network");
        assertThatThrownBy(() -> net.send(net.stream, message)).isSameAs(net.failure);
        assertThatThrownBy(() -> net.send(net.stream, payload(TYPE, 5000))).isSameAs(net.failure);
        net.defer(net.stream, message);
        assertThatThrownBy(net.path::flush).isSameAs(net.failure);
        net.failure = null;
        net.defer(net.stream, message);
        net.path.flush();
        net.send(net.stream, message);
        assertThat(net.plain()).containsExactly(numbered(message, 4), numbered(message, 5));
    }

    /** Whatever happens on the way: the network looks at all it is given, and refuses a number that two texts have. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noNumberIsUsedForTwoTexts(long seed) {
        Random random = new Random(seed);
        net.keep(net.stream, TYPE);
        net.keep(net.secret, SECRET_TYPE);
        List<byte[]> copies = new ArrayList<>();
        int[] depth = new int[1];
        net.onSending = () -> {
            net.takes = random.nextInt(50) == 0 ? !net.takes : net.takes || random.nextInt(20) == 0;
            net.failure = random.nextInt(200) == 0 ? new IllegalStateException("no network") : null;
            if (depth[0] == 0 && random.nextInt(8) == 0) {
                depth[0]++;
                publish(random);
                depth[0]--;
            }
        };
        for (int i = 0; i < 3000; i++) {
            int what = random.nextInt(20);
            try {
                if (what == 0) {
                    net.repair(TYPE, 1 + random.nextInt((int) net.stream.last() + 1), 1 + random.nextInt(20));
                } else if (what == 1) {
                    net.repair(SECRET_TYPE, 1 + random.nextInt((int) net.secret.last() + 1), 3);
                } else if (what == 2) {
                    copies.add(numbered(message(0, LAST_VALUE, TYPE, size(random)), copies.size() + 1));
                } else if (what < 6 && !copies.isEmpty()) {
                    net.send(OutboundStream.ofCopies(SOMEBODY), copies.get(random.nextInt(copies.size())));
                } else if (what == 6) {
                    net.path.flush();
                } else {
                    publish(random);
                }
            } catch (IllegalStateException e) {
                assertThat(e).isSameAs(net.failure);
            }
        }
        net.onSending = () -> {};
        net.failure = null;
        net.takes = true;
        net.path.flush();
        assertThat(net.stream.last()).isGreaterThan(300);
        assertThat(net.stream.lost()).isPositive();
        assertThat(net.again).as("repairs, attempts, copies").isGreaterThan(300);
    }

    private void publish(Random random) {
        int what = random.nextInt(6);
        OutboundStream to = switch (what) {
            case 0 -> net.control;
            case 1 -> net.control.to(SOMEBODY);
            case 2 -> net.replies;
            case 3 -> net.secret;
            default -> net.stream;
        };
        int tag = what > 2 ? 0 : what == 2 ? REPLY : HEARTBEAT;
        byte[] message = message(tag, 0, what == 3 ? SECRET_TYPE : TYPE, size(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            net.defer(to, message);
        }
        if (random.nextInt(3) > 0) {
            byte[] large = message(tag, 0, what == 3 ? SECRET_TYPE : TYPE, 1000 + random.nextInt(4) * 4000);
            net.send(to, random.nextInt(10) == 0 ? large : message);
        }
    }

    private static int size(Random random) {
        return MessageLayout.CONTENT
                + 8 * (1 + random.nextInt(random.nextBoolean() ? 10 : (LARGEST_WHOLE - MessageLayout.CONTENT) / 8));
    }
}
