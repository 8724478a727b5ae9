package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.MulticastSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.ReplyMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent in place of queries and replies, a node goes on to ask and to answer, and answers nobody too often. */
@Timeout(120)
class HostileQueryTest {
    private static final int DATAGRAMS = 3000;

    private final Loopback loopback = new Loopback();
    private final Dts node = loopback.join("node");
    private final DatagramSocket stranger = loopback.socket();
    private final QueryRecorder recorder = new QueryRecorder();

    HostileQueryTest() throws IOException {}

    @AfterEach
    void close() {
        node.close();
        stranger.close();
        loopback.close();
    }

    /** The bytes of a query that the node asks. */
    private byte[] ownQuery() throws IOException {
        try (MulticastSocket control = loopback.captureControl()) {
            node.query(Reading.CODEC, "question", Duration.ofMinutes(10), recorder);
            byte[] query = Loopback.receive(control);
            while (query[MessageLayout.WORD_0 + 6] != 5) {
                query = Loopback.receive(control);
            }
            return query;
        }
    }

    /** A reply to it of somebody else. */
    private static byte[] replyTo(byte[] query) {
        long queryId = ByteBuffer.wrap(query).order(ByteOrder.LITTLE_ENDIAN).getLong(MessageLayout.CONTENT);
        byte[] reply = new byte[200];
        int end = Reading.CODEC.write(
                new Reading(1, "a reply"), reply, ReplyMessage.VALUE, ReplyMessage.CONTENT, reply.length);
        new ReplyMessage(queryId, 0, false, true).write(reply, end, 0x5555, Reading.CODEC.type(), 1);
        MessageLayout.writeSequence(reply, 1);
        return Arrays.copyOf(reply, end);
    }

    private void awaitDatagrams(long count) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> node.counters().receiving().datagrams() >= count);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void goesOnToAskAndToAnswer(long seed) throws IOException {
        new ReadingPublisher(node).answer((question, answer) -> answer.send(new Reading(1, question.text())));
        byte[] query = ownQuery();
        await().until(() -> !recorder.replies.isEmpty());
        byte[] reply = replyTo(query);
        Random random = new Random(seed);
        long before = node.counters().receiving().datagrams();
        for (int i = 1; i <= DATAGRAMS; i++) {
            loopback.toControl(stranger, mutated(random.nextBoolean() ? query : reply, random));
            if (i % 100 == 0) {
                // Not faster than they are taken, so that the system loses none.
                awaitDatagrams(before + i);
            }
        }
        assertThat(node.counters().receiving().rejected().malformed()).isPositive();
        assertThat(node.counters().querying().strayReplies()).isPositive();
        assertThat(node.query(Reading.CODEC, "at last", Duration.ofSeconds(20)).join())
                .contains(new Reading(1, "at last"));
    }

    @Test
    void aHostIsNotAnsweredTooOften() throws IOException {
        new ReadingPublisher(node).answer((question, answer) -> answer.send(new Reading(1, question.text())));
        byte[] query = ownQuery();
        await().until(() -> !recorder.replies.isEmpty());
        int count = 1000;
        long start = System.nanoTime();
        long before = node.counters().receiving().datagrams();
        for (int i = 1; i <= count; i++) {
            ByteBuffer.wrap(query).putInt(MessageLayout.CONTENT, i);
            loopback.toControl(stranger, query);
            if (i % 100 == 0) {
                awaitDatagrams(before + i);
            }
        }
        await().until(() -> {
            DtsCounters.Querying counters = node.counters().querying();
            return counters.answered() + counters.refused() == count + 1;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat((double) node.counters().querying().answered()).isBetween(128.0, 130 + 128 * seconds);
    }

    @Test
    void aForgedReplyNeedsTheNumberOfTheQuery() throws IOException {
        byte[] reply = replyTo(ownQuery());
        byte[] other = reply.clone();
        other[MessageLayout.CONTENT]++;
        loopback.toControl(stranger, other);
        await().until(() -> node.counters().querying().strayReplies() == 1);
        assertThat(recorder.replies).isEmpty();
        loopback.toControl(stranger, reply);
        await().until(() -> recorder.replies.equals(List.of(new Reading(1, "a reply"))));
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] datagram =
                Arrays.copyOf(valid, random.nextInt(4) == 0 ? random.nextInt(valid.length + 1) : valid.length);
        for (int i = random.nextInt(5); i > 0 && datagram.length > 0; i--) {
            // The body more than the header.
            int from = random.nextInt(3) == 0 ? 0 : Math.min(MessageLayout.BODY, datagram.length - 1);
            int at = from + random.nextInt(datagram.length - from);
            datagram[at] =
                    random.nextBoolean() ? (byte) random.nextInt() : (byte) (datagram[at] ^ 1 << random.nextInt(8));
        }
        return datagram;
    }
}
