package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The asker's side, byte by byte, and time by hand. */
class QueriesTest {
    private static final long MILLI = 1_000_000;
    private static final TypeDescriptor TYPE = new TypeDescriptor("brewery.Temperature", 1L << 63, 77);
    private static final TypeDescriptor OTHER = new TypeDescriptor("brewery.Pressure", 1L << 63 | 1, 78);
    private static final long QUERY = 4711;

    private final Set<Long> publishers = new LinkedHashSet<>(List.of(1L, 2L));
    private final List<byte[]> sent = new ArrayList<>();
    private final Queries queries =
            new Queries(99, typeId -> Set.copyOf(publishers), (message, length, destination) -> {
                assertThat(destination).isNull();
                sent.add(Arrays.copyOf(message, length));
            });
    private final Recorder recorder = new Recorder();
    private final MessageReader reader = new MessageReader();

    private static final class Recorder implements QuerySink {
        final List<String> replies = new ArrayList<>();
        final List<String> ends = new ArrayList<>();

        @Override
        public void reply(InboundMessage message, ReplyMessage reply) {
            long value = message.reader().int64(ReplyMessage.value(message), 0);
            replies.add("%d/%d=%d".formatted(message.sender(), reply.index(), value));
        }

        @Override
        public void ended(End end, Map<Long, AnswerState> answers, Set<Long> silent) {
            List<String> all = new ArrayList<>();
            answers.forEach(
                    (sender, answer) -> all.add("%d:%d-%d".formatted(sender, answer.values(), answer.missing())));
            ends.add(end + " " + all + " " + silent.stream().sorted().toList());
        }
    }

    private InboundMessage read(byte[] bytes) {
        reader.datagram(bytes, bytes.length);
        assertThat(reader.next()).isNull();
        assertThat(reader.hasNext()).isFalse();
        return reader.message();
    }

    /** A reply whose message is a struct of one word. */
    private static byte[] reply(
            long sender, TypeDescriptor type, long queryId, int index, boolean isLast, @Nullable Long value) {
        byte[] bytes = new byte[ReplyMessage.CONTENT + (value == null ? 0 : Long.BYTES)];
        int end = ReplyMessage.CONTENT;
        if (value != null) {
            end = WireWriter.struct(bytes, ReplyMessage.VALUE, ReplyMessage.CONTENT, 1, 0, bytes.length);
            WireWriter.int64(bytes, ReplyMessage.CONTENT, value);
        }
        new ReplyMessage(queryId, index, isLast, value != null).write(bytes, end, sender, type, 5);
        MessageLayout.writeSequence(bytes, 1);
        return bytes;
    }

    private boolean receive(byte[] bytes, long now) {
        InboundMessage message = read(bytes);
        ReplyMessage reply = ReplyMessage.read(message);
        OpenQuery query = queries.accept(message, reply, now);
        if (query == null) {
            return false;
        }
        if (reply.hasValue()) {
            query.sink().reply(message, reply);
        }
        queries.settle(query, now);
        return true;
    }

    private boolean value(long sender, int index, long value, long now) {
        return receive(reply(sender, TYPE, QUERY, index, false, value), now);
    }

    private boolean end(long sender, int messages, long now) {
        return receive(reply(sender, TYPE, QUERY, messages, true, null), now);
    }

    private OpenQuery ask(long nanos) {
        OpenQuery query = queries.ask(QUERY, TYPE, "mash-tun", nanos, recorder, 0, 0);
        assertThat(query).isNotNull();
        return query;
    }

    @Test
    void asksOnTheControlGroup() {
        ask(400 * MILLI);
        assertThat(sent).hasSize(1);
        InboundMessage message = read(sent.get(0));
        assertThat(message.isQuery()).isTrue();
        assertThat(message.schemaId()).isEqualTo(TYPE.schemaId());
        QueryMessage query = QueryMessage.read(message);
        assertThat(query).isEqualTo(new QueryMessage(99, TYPE.typeId(), QUERY, "mash-tun", 400));
    }

    @Test
    void endsWhenAllWhoAreKnownHaveAnswered() {
        ask(400 * MILLI);
        assertThat(value(1, 0, 10, 1)).isTrue();
        assertThat(value(2, 0, 20, 2)).isTrue();
        assertThat(receive(reply(2, TYPE, QUERY, 1, true, 21L), 3)).isTrue();
        assertThat(recorder.ends).isEmpty();
        assertThat(end(1, 1, 4)).isTrue();
        assertThat(recorder.replies).containsExactly("1/0=10", "2/0=20", "2/1=21");
        assertThat(recorder.ends).containsExactly("COMPLETE [1:1-0, 2:2-0] []");
        assertThat(end(2, 2, 5)).isFalse();
        assertThat(queries.tick(400 * MILLI, 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(recorder.ends).hasSize(1);
    }

    @Test
    void waitsForWhoeverHasBegunToAnswerAndForWhoeverHasComeMeanwhile() {
        ask(400 * MILLI);
        value(7, 0, 70, 1);
        end(1, 0, 2);
        publishers.add(3L);
        end(2, 0, 3);
        end(7, 1, 4);
        assertThat(recorder.ends).isEmpty();
        end(3, 0, 5);
        assertThat(recorder.ends).containsExactly("COMPLETE [7:1-0, 1:0-0, 2:0-0, 3:0-0] []");
    }

    @Test
    void doesNotWaitForWhoeverHasLeftAndNamesIt() {
        ask(400 * MILLI);
        end(1, 0, 1);
        publishers.remove(2L);
        assertThat(queries.tick(100 * MILLI, 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(recorder.ends).containsExactly("COMPLETE [1:0-0] [2]");
    }

    @Test
    void namesTheSilentWhenTheTimeIsOver() {
        ask(400 * MILLI);
        value(1, 0, 10, 1);
        value(1, 2, 12, 1);
        assertThat(queries.tick(399 * MILLI, 0)).isLessThanOrEqualTo(400 * MILLI);
        assertThat(recorder.ends).isEmpty();
        assertThat(value(1, 3, 13, 400 * MILLI)).isFalse();
        queries.tick(400 * MILLI, 0);
        assertThat(recorder.ends).containsExactly("DEADLINE [1:2-1] [2]");
    }

    @Test
    void asksAgainAfterAQuarterAndAHalf() {
        ask(400 * MILLI);
        assertThat(queries.tick(0, 0)).isEqualTo(100 * MILLI);
        assertThat(queries.tick(100 * MILLI, 0)).isEqualTo(200 * MILLI);
        assertThat(sent).hasSize(2);
        assertThat(QueryMessage.read(read(sent.get(1))))
                .isEqualTo(new QueryMessage(99, TYPE.typeId(), QUERY, "mash-tun", 300));
        assertThat(queries.tick(200 * MILLI, 0)).isEqualTo(400 * MILLI);
        assertThat(sent).hasSize(3);
        queries.tick(300 * MILLI, 0);
        assertThat(sent).hasSize(3);
    }

    @Test
    void asksAgainAsLongAsNobodyIsKnownAndWaitsForAll() {
        publishers.clear();
        ask(400 * MILLI);
        end(1, 0, 1);
        queries.tick(100 * MILLI, 0);
        assertThat(sent).hasSize(2);
        assertThat(recorder.ends).isEmpty();
        publishers.add(1L);
        queries.tick(200 * MILLI, 0);
        assertThat(sent).hasSize(2);
        assertThat(recorder.ends).containsExactly("COMPLETE [1:0-0] []");
    }

    @Test
    void takesEachReplyOnceAndInAnyOrder() {
        ask(400 * MILLI);
        assertThat(end(1, 3, 1)).isTrue();
        assertThat(value(1, 2, 12, 1)).isTrue();
        assertThat(value(1, 2, 12, 1)).isFalse();
        assertThat(value(1, 3, 13, 1)).isFalse();
        assertThat(end(1, 3, 1)).isFalse();
        assertThat(value(1, 0, 10, 1)).isTrue();
        assertThat(end(2, 0, 1)).isTrue();
        assertThat(recorder.ends).isEmpty();
        assertThat(value(1, 1, 11, 1)).isTrue();
        assertThat(recorder.ends).containsExactly("COMPLETE [1:3-0, 2:0-0] []");
    }

    @Test
    void givesUpRepliesThatOthersHaveOvertaken() {
        ask(400 * MILLI);
        end(2, 0, 1);
        value(1, 0, 10, 1);
        end(1, 2, 10);
        assertThat(queries.nextTick()).isEqualTo(10 + Queries.GRACE);
        queries.tick(9 + Queries.GRACE, 0);
        assertThat(recorder.ends).isEmpty();
        queries.tick(10 + Queries.GRACE, 0);
        assertThat(recorder.ends).containsExactly("COMPLETE [2:0-0, 1:1-1] []");
    }

    @Test
    void whoeverIsAskedAgainMayRepeatTheEnd() {
        ask(400 * MILLI);
        end(2, 0, 1);
        // The last reply, with its message, is lost.
        value(1, 0, 10, 1);
        queries.tick(100 * MILLI, 0);
        assertThat(sent).hasSize(2);
        assertThat(end(1, 2, 100 * MILLI)).isTrue();
        queries.tick(100 * MILLI + Queries.GRACE, 0);
        assertThat(recorder.ends).containsExactly("COMPLETE [2:0-0, 1:1-1] []");
    }

    @Test
    void dropsWhatBelongsToNoQueryOrCannotBe() {
        ask(400 * MILLI);
        assertThat(receive(reply(1, TYPE, QUERY + 1, 0, false, 1L), 1)).isFalse();
        assertThat(receive(reply(1, OTHER, QUERY, 0, false, 1L), 1)).isFalse();
        assertThat(receive(reply(1, TYPE, QUERY, -1, false, 1L), 1)).isFalse();
        assertThat(receive(reply(1, TYPE, QUERY, Integer.MAX_VALUE, true, null), 1))
                .isFalse();
        assertThat(receive(reply(1, TYPE, QUERY, ReplyMessage.MAX_REPLIES, false, 1L), 1))
                .isFalse();
        assertThat(receive(reply(1, TYPE, QUERY, 0, false, null), 1)).isFalse();
        assertThat(value(1, 5, 1, 1)).isTrue();
        assertThat(end(1, 5, 1)).isFalse();
        assertThat(end(1, 4, 1)).isFalse();
        assertThat(end(1, ReplyMessage.MAX_REPLIES, 1)).isTrue();
        assertThat(recorder.replies).containsExactly("1/5=1");
    }

    @Test
    void endsOnceWhenItIsClosed() {
        OpenQuery query = ask(400 * MILLI);
        queries.close(query);
        queries.close(query);
        queries.close();
        assertThat(value(1, 0, 1, 1)).isFalse();
        queries.settle(query, 1);
        assertThat(recorder.ends).containsExactly("CLOSED [] [1, 2]");
    }

    @Test
    void isBounded() {
        for (int i = 0; i < Queries.MAX_OPEN; i++) {
            assertThat(queries.ask(i, TYPE, "", MILLI, recorder, 0, 0)).isNotNull();
        }
        assertThat(queries.ask(QUERY, TYPE, "", MILLI, recorder, 0, 0)).isNull();
        for (long sender = 1; sender <= Queries.MAX_ANSWERS; sender++) {
            assertThat(receive(reply(-sender, TYPE, 7, 0, false, 1L), 1)).isTrue();
        }
        assertThat(receive(reply(1, TYPE, 7, 0, false, 1L), 1)).isFalse();
        queries.close();
        assertThat(recorder.ends).hasSize(Queries.MAX_OPEN);
        ask(MILLI);
        assertThat(value(1, 0, 1, 1)).isTrue();
    }

    @Test
    void thousandsWhoAnswerTakeTimeAsTheyAreMany() {
        publishers.clear();
        ask(400 * MILLI);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (long sender = 1; sender <= 4_096; sender++) {
            assertThat(end(sender, 0, 1)).isTrue();
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(100L << 20);
    }

    private static byte[] written(QueryMessage query, byte[] message) {
        int length = query.write(message, TYPE, 0);
        MessageLayout.writeSequence(message, 1);
        return Arrays.copyOf(message, length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1025})
    void textsHaveALimit(int bytes) {
        byte[] message = new byte[2048];
        QueryMessage query = new QueryMessage(1, TYPE.typeId(), QUERY, "x".repeat(bytes), 1);
        InboundMessage read = read(written(query, message));
        if (bytes <= QueryMessage.MAX_TEXT) {
            assertThat(QueryMessage.read(read)).isEqualTo(query);
        } else {
            assertThatThrownBy(() -> QueryMessage.read(read)).isInstanceOf(DecodeException.class);
        }
    }
}
