package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver does about what it misses, one decision after the other. */
class RepairsTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long SENDER = 0xA;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final int LIMIT = 1 << 18;
    private static final SocketAddress SOURCE = new InetSocketAddress(1);

    private record Asked(
            long at,
            long typeId,
            List<Missing> missing,
            @Nullable SocketAddress to) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (Missing each : missing) {
                text.append(text.length() == 0 ? "" : " ")
                        .append(each.messages().first())
                        .append('+')
                        .append(each.messages().count());
                each.fragments().forEach(part -> text.append('/').append(part.first() + "+" + part.count()));
            }
            return text.toString();
        }
    }

    private final Counters counters = new Counters();
    private final RecordingSink sink = new RecordingSink();
    private final LongMap<InboundType> types = new LongMap<>(1);
    private final List<Asked> asked = new ArrayList<>();
    private long now = 5 * SECOND;
    private Readability readability = Readability.READABLE;
    private @Nullable SocketAddress known = new InetSocketAddress(2);
    private final Reassemblies reassemblies = new Reassemblies(LIMIT, counters, () -> now, 5);
    private final Repairs repairs = new Repairs(
            99,
            new Repairs.Nodes() {
                @Override
                public @Nullable SocketAddress addressOf(long sender) {
                    return known;
                }

                @Override
                public int listenersOf(long typeId) {
                    return 0;
                }
            },
            (message, length, to) -> {
                InboundMessage nak = Naks.read(Arrays.copyOf(message, length));
                asked.add(new Asked(now, nak.typeId, RepairMessages.readNak(nak), to));
            },
            counters,
            reassemblies,
            () -> now,
            10 * SECOND,
            5);
    private final Inbound inbound = new Inbound(
            counters,
            (message, source) -> {},
            reassemblies,
            (body, typeId, schemaId, sender) -> false,
            (typeId, schemaId, sender, source) -> readability,
            repairs,
            Gate.open(text -> {}));

    RepairsTest() {
        types.put(TYPE, new InboundType(sink, 2, 4));
    }

    private void receive(byte[]... messages) {
        for (byte[] each : messages) {
            inbound.receive(each, each.length, 7, types, SOURCE);
        }
    }

    private static byte[] message(long sender, long typeId, long sequence) {
        byte[] message = Packets.message(sender, typeId, sequence, 0);
        MessageLayout.markRepairable(message);
        return message;
    }

    private void receiveSequences(long... sequences) {
        for (long each : sequences) {
            receive(message(SENDER, TYPE, each));
        }
    }

    private static List<byte[]> large(long sequence, int bytes) {
        byte[] message = Packets.withData(SENDER, TYPE, sequence, new byte[bytes]);
        MessageLayout.markRepairable(message);
        return Packets.fragments(message);
    }

    private void heartbeat(long last) {
        new RepairMessages(SENDER, (message, length, to) -> receive(Arrays.copyOf(message, length)))
                .heartbeat(TYPE, new Heartbeat(1, last), now, SOURCE);
    }

    private void gap(long first, long count) {
        new RepairMessages(SENDER, (message, length, to) -> receive(Arrays.copyOf(message, length)))
                .gap(TYPE, new Range(first, count), now, SOURCE);
    }

    /** Lets time pass, with a tick whenever one is due. */
    private void pass(long nanos) {
        long end = now + nanos;
        long pause = inbound.tick(types, now);
        while (pause <= end - now) {
            now += pause;
            reassemblies.tick(now);
            pause = inbound.tick(types, now);
        }
        now = end;
        inbound.isDueEarlier();
    }

    private List<String> asked() {
        return asked.stream().map(Asked::toString).toList();
    }

    @Test
    void asksOnceAndGoesOnInOrder() {
        receiveSequences(1, 2, 5, 4, 7);
        assertThat(inbound.isDueEarlier()).isTrue();
        assertThat(asked).isEmpty();
        pass(6 * MILLI);
        assertThat(asked()).containsExactly("3+1 6+1");
        assertThat(asked.get(0).to).isEqualTo(known);
        receiveSequences(3);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: 4", "a: 5");
        receiveSequences(6, 8, 3, 7);
        assertThat(sink.events).endsWith("a: 5", "a: 6", "a: 7", "a: 8");
        pass(SECOND);
        assertThat(asked).hasSize(1);
        assertThat(repairs.size()).isZero();
        assertThat(repairs.bytes()).isZero();
        assertThat(counters.get(Counter.HELD_BACK)).isEqualTo(3);
        assertThat(counters.get(Counter.REPAIRED)).isEqualTo(3);
        assertThat(counters.get(Counter.NAKS_SENT)).isEqualTo(1);
        assertThat(counters.get(Counter.MISSING)).isZero();
        assertThat(inbound.tick(types, now)).isEqualTo(Long.MAX_VALUE);
    }

    /** Nobody is asked for what comes soon by itself, only out of order. */
    @Test
    void asksNobodyForWhatWasOvertaken() {
        receiveSequences(1, 3, 2, 4);
        pass(SECOND);
        assertThat(asked).isEmpty();
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: 4");
    }

    @Test
    void asksMoreAndMoreRarelyAndGivesUpInTheEnd() {
        receiveSequences(1, 3);
        long begin = now;
        pass(9_900 * MILLI);
        assertThat(asked()).containsOnly("2+1").hasSizeBetween(30, 60);
        long before = begin;
        long expected = 20 * MILLI;
        for (Asked each : asked) {
            if (before != begin) {
                assertThat(each.at - before).isBetween(expected * 3 / 4 - 1, expected * 5 / 4 + 1);
                expected = Math.min(2 * expected, 250 * MILLI);
            }
            before = each.at;
        }
        assertThat(sink.events).containsExactly("a: 1");
        pass(500 * MILLI);
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: 3");
        assertThat(counters.get(Counter.MISSING)).isEqualTo(1);
        receiveSequences(2, 4);
        assertThat(sink.events).endsWith("a: 3", "a: late 2", "a: 4");
        assertThat(repairs.size()).isZero();
    }

    @Test
    void asksSoonForTheRestWhenSomethingHasCome() {
        receiveSequences(1, 5);
        pass(2 * MILLI);
        receiveSequences(2);
        long came = now;
        pass(6 * MILLI);
        assertThat(asked()).containsExactly("2+3", "3+2");
        assertThat(asked.get(1).at - came).isBetween(3 * MILLI, 5 * MILLI);
    }

    /** Another has asked: what comes for it comes here, too. */
    @Test
    void waitsForWhatOthersHaveAskedFor() {
        receiveSequences(1, 9);
        for (long each = 2; each < 9; each++) {
            receiveSequences(each);
            inbound.tick(types, now);
            now += MILLI;
        }
        pass(SECOND);
        assertThat(asked).isEmpty();
    }

    @Test
    void doesNotCountWhatItSlept() {
        receiveSequences(1, 3);
        pass(2 * MILLI);
        for (int i = 0; i < 9; i++) {
            now += 60 * SECOND;
            inbound.tick(types, now);
        }
        assertThat(sink.events).containsExactly("a: 1");
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3");
    }

    @Test
    void givesUpWhatIsGoneIfItHasAskedForIt() {
        receiveSequences(1, 4, 7);
        gap(2, 100);
        assertThat(sink.events).as("nobody has asked").containsExactly("a: 1");
        pass(2 * MILLI);
        gap(5, 1);
        assertThat(sink.events).as("in order").containsExactly("a: 1");
        gap(3, 1);
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: missing 3+1", "a: 4", "a: missing 5+1");
        gap(1, Long.MAX_VALUE - 1);
        assertThat(sink.events).endsWith("a: missing 5+1", "a: missing 6+1", "a: 7");
        receiveSequences(8);
        assertThat(sink.events).endsWith("a: 7", "a: 8");
        assertThat(counters.get(Counter.MISSING)).isEqualTo(3);
    }

    @Test
    void asksForTheEndOnceItKnowsOfIt() {
        receiveSequences(1);
        heartbeat(1);
        pass(SECOND);
        assertThat(asked).isEmpty();
        heartbeat(3);
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("2+2");
        receiveSequences(2, 3);
        heartbeat(3);
        pass(SECOND);
        assertThat(asked).hasSize(1);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3");
    }

    @Test
    void whatPresenceSaysIsAReasonToAsk() {
        receiveSequences(1);
        inbound.expect(types.get(TYPE), TYPE, SENDER, 3);
        assertThat(sink.events).containsExactly("a: 1", "a: known 3");
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("2+2");
        pass(11 * SECOND);
        assertThat(sink.events).endsWith("a: missing 2+2");
        assertThat(repairs.size()).isZero();
    }

    @Test
    void beginsWithWhatTheFirstHeartbeatSays() {
        heartbeat(7);
        receiveSequences(9);
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("8+1");
        assertThat(sink.events).containsExactly("a: known 7");
    }

    @Test
    void believesNoHeartbeatThatIsAbsurd() {
        receiveSequences(1);
        heartbeat(Long.MAX_VALUE - 1);
        heartbeat(Long.MAX_VALUE - 1);
        heartbeat(2L + SenderTracker.MAX_LAG);
        assertThat(counters.get(Counter.IMPLAUSIBLE)).isEqualTo(3);
        heartbeat(50_000);
        heartbeat(50_000);
        assertThat(counters.get(Counter.IMPLAUSIBLE)).as("it is the same one").isEqualTo(5);
        assertThat(repairs.size()).isZero();
        now += MILLI;
        heartbeat(50_000);
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("2+" + Asking.MAX_MESSAGES);
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: 2");
        now += Repairs.CLAIM;
        heartbeat(2);
        assertThat(repairs.size()).as("the sender says otherwise").isZero();
    }

    /** Two that were made up lead ahead; the sender says that it has not come so far. */
    @Test
    void dropsWhatTheSenderHasNotSent() {
        receiveSequences(1, 50_000, 50_001, 50_002);
        assertThat(counters.get(Counter.HELD_BACK)).isEqualTo(2);
        receiveSequences(2);
        heartbeat(2);
        assertThat(repairs.size()).isEqualTo(1);
        now += Repairs.CLAIM;
        inbound.tick(types, now);
        heartbeat(2);
        assertThat(repairs.size()).isZero();
        receiveSequences(3);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3");
    }

    /** So far ahead that nobody keeps what lies between: it is missing, but for what can still be asked for. */
    @Test
    void followsAJumpThatIsTooFar() {
        long far = 10L * SenderTracker.MAX_LAG;
        receiveSequences(1, 3, far, far + 1);
        assertThat(sink.events)
                .containsExactly(
                        "a: 1", "a: missing 2+1", "a: 3", "a: missing 4+" + (far + 1 - SenderTracker.MAX_LAG - 3));
        assertThat(repairs.size()).isEqualTo(1);
    }

    @Test
    void waitsLessForOneThatHasLeft() {
        receiveSequences(1, 3);
        pass(100 * MILLI);
        inbound.gone(SENDER, true, types);
        pass(MILLI);
        assertThat(sink.events).hasSize(1);
        pass(800 * MILLI);
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: 3");
    }

    /** Its announcements got lost. */
    @Test
    void doesNotForsakeOneThatIsHeard() {
        receiveSequences(1, 3);
        pass(5 * SECOND);
        inbound.gone(SENDER, false, types);
        pass(4 * SECOND);
        assertThat(sink.events).hasSize(1);
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3");
    }

    /** It had taken its leave, or somebody had done so in its name. */
    @Test
    void waitsForOneThatIsBackAsForAnyOther() {
        receiveSequences(1);
        inbound.gone(SENDER, true, types);
        pass(SECOND);
        heartbeat(2);
        pass(5 * SECOND);
        assertThat(sink.events).hasSize(1);
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: 2");
    }

    @Test
    void asksForPartsOfALargeMessageWhileItComes() {
        List<byte[]> parts = large(2, 15_000);
        receiveSequences(1);
        for (int i = 0; i < 8; i++) {
            if (i != 2 && i != 4 && i != 5) {
                receive(parts.get(i));
            }
        }
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("2+1/2+1/4+2");
        receive(parts.get(4), parts.get(2), parts.get(5));
        pass(SECOND);
        assertThat(asked).as("the others may still come").hasSize(1);
        receive(parts.get(8));
        receiveSequences(3);
        pass(2 * MILLI);
        assertThat(asked()).last().isEqualTo("2+1/9+" + (parts.size() - 9));
        parts.forEach(this::receive);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3");
        assertThat(repairs.size()).isZero();
    }

    @Test
    void asksForTheEndOfALargeMessage() {
        List<byte[]> parts = large(2, 5_000);
        receiveSequences(1);
        receive(parts.get(0));
        pass(MILLI);
        heartbeat(2);
        pass(3 * MILLI);
        assertThat(asked).as("it may still come").isEmpty();
        pass(40 * MILLI);
        assertThat(asked()).first().isEqualTo("2+1/1+" + (parts.size() - 1));
        parts.forEach(this::receive);
        assertThat(sink.events).containsExactly("a: 1", "a: 2");
    }

    @Test
    void holdsBackLargeMessages() {
        receiveSequences(1);
        large(3, 5_000).forEach(this::receive);
        receiveSequences(4);
        large(3, 5_000).forEach(this::receive);
        assertThat(reassemblies.isWaiting()).isFalse();
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("2+1");
        receiveSequences(2);
        assertThat(sink.events).containsExactly("a: 1", "a: 2", "a: 3", "a: 4");
    }

    @Test
    void beginsWithALargeMessageOfWhichPartsAreMissing() {
        List<byte[]> parts = large(5, 5_000);
        receive(parts.get(0), parts.get(2));
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("5+1/1+1");
        pass(11 * SECOND);
        assertThat(sink.events).containsExactly("a: known 4", "a: missing 5+1");
    }

    @Test
    void namesTheOldestIfMuchIsMissing() {
        receiveSequences(1);
        for (int i = 1; i <= 200; i++) {
            receiveSequences(1 + 2 * i);
        }
        pass(2 * MILLI);
        assertThat(asked).hasSize(Asking.MAX_REQUESTS);
        assertThat(asked.get(0).missing).hasSize(RepairMessages.MAX_RANGES);
        assertThat(asked.get(1).missing.get(31).messages()).isEqualTo(new Range(128, 1));
    }

    @Test
    void asksWhereMessagesComeFromIfNothingElseIsKnown() {
        known = null;
        receiveSequences(1, 3);
        pass(2 * MILLI);
        assertThat(asked.get(0).to).isEqualTo(SOURCE);
    }

    @Test
    void asksForNothingThatWaitsForItsSchema() {
        readability = Readability.AWAITED;
        receive(Packets.withData(SENDER, TYPE, 1, new byte[8]));
        heartbeat(9);
        pass(SECOND);
        assertThat(asked).isEmpty();
        assertThat(repairs.size()).isZero();
    }

    @Test
    void bestEffortWaitsForNothing() {
        receive(Packets.message(SENDER, TYPE, 1, 0), Packets.message(SENDER, TYPE, 3, 0));
        inbound.expect(types.get(TYPE), TYPE, SENDER, 4);
        assertThat(sink.events).containsExactly("a: 1", "a: missing 2+1", "a: 3", "a: missing 4+1", "a: known 4");
    }

    @Test
    void forgettingASenderTellsWhatIsLost() {
        receiveSequences(1, 3, 6);
        for (int sender = 1; sender <= 4; sender++) {
            receive(message(sender, TYPE, 1));
        }
        assertThat(sink.events).contains("a: missing 2+5");
        assertThat(sink.forgotten).containsExactly(SENDER);
        assertThat(repairs.size()).isZero();
        assertThat(repairs.bytes()).isZero();
    }

    @Test
    void forgetsWhatNobodyListensToAnyMore() {
        receiveSequences(1, 3);
        types.remove(TYPE);
        pass(SECOND);
        assertThat(repairs.size()).isZero();
        assertThat(sink.events).containsExactly("a: 1");
        types.put(TYPE, new InboundType(sink, 2, 4));
        receiveSequences(4);
        assertThat(sink.events).containsExactly("a: 1", "a: 4");
    }

    @Test
    void waitsForSoManySendersOnly() {
        types.put(TYPE, new InboundType(sink, 2));
        int senders = Repairs.MAX_REPAIRS + 1;
        for (int sender = 1; sender <= senders; sender++) {
            receive(message(sender, TYPE, 1), message(sender, TYPE, 3));
        }
        assertThat(repairs.size()).isEqualTo(Repairs.MAX_REPAIRS);
        assertThat(sink.events).endsWith("401: 1", "401: missing 2+1", "401: 3");
        pass(11 * SECOND);
        assertThat(repairs.size()).isZero();
        assertThat(counters.get(Counter.MISSING)).isEqualTo(senders);
    }

    /** What finds no room is asked for when there is some, in whatever order it comes then. */
    @Test
    void boundsWhatWaits() {
        receiveSequences(1);
        int count = 20_000;
        for (int sequence = 3; sequence <= count; sequence++) {
            receiveSequences(sequence);
        }
        assertThat(repairs.bytes()).isLessThan((long) Reassemblies.SENDER_SHARE * LIMIT + Reassemblies.EXTRA);
        assertThat(counters.get(Counter.NOT_HELD_BACK)).isPositive();
        pass(2 * MILLI);
        assertThat(asked()).containsExactly("2+1");
        receiveSequences(2);
        pass(10 * MILLI);
        for (int round = 0; round < 100 && sink.events.size() < count; round++) {
            Range first = asked.get(asked.size() - 1).missing.get(0).messages();
            for (long each = first.end() - 1; each >= first.first(); each--) {
                receiveSequences(each);
            }
            pass(30 * MILLI);
        }
        assertThat(sink.events).hasSize(count).endsWith("a: " + count);
        assertThat(repairs.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void survivesMutations(int seed) {
        Random random = new Random(seed);
        List<byte[]> valid = new ArrayList<>(large(4, 4_000));
        valid.add(message(SENDER, TYPE, 3));
        new RepairMessages(SENDER, (message, length, to) -> valid.add(Arrays.copyOf(message, length)))
                .heartbeat(TYPE, new Heartbeat(1, 900), now, SOURCE);
        new RepairMessages(SENDER, (message, length, to) -> valid.add(Arrays.copyOf(message, length)))
                .gap(TYPE, new Range(2, 3), now, SOURCE);
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = valid.get(random.nextInt(valid.size())).clone();
            for (int i = random.nextInt(4); i > 0; i--) {
                int at = random.nextInt(random.nextInt(4) == 0 ? mutated.length : Math.min(mutated.length, 120));
                mutated[at] = (byte) (random.nextBoolean() ? random.nextInt() : mutated[at] ^ 1 << random.nextInt(8));
            }
            receive(mutated);
            if (random.nextInt(20) == 0) {
                pass(random.nextInt(50) * MILLI);
            }
        }
        assertThat(repairs.bytes()).isLessThan((long) Reassemblies.WHOLE_SHARE * LIMIT + Reassemblies.EXTRA);
        receive(message(0x77, TYPE, 1), message(0x77, TYPE, 2));
        assertThat(sink.events).endsWith("77: 1", "77: 2");
        pass(100 * SECOND);
        assertThat(repairs.size()).isZero();
        assertThat(repairs.bytes()).isZero();
    }
}
