package org.domaintypesystem;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.domaintypesystem.QueryResult.Answered;
import org.domaintypesystem.QueryResult.Cause;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.Reading.ReadingView;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.ViewDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries over real sockets. */
@Timeout(60)
class QueryTest {
    /** Longer than any of these tests takes: a query that ends has ended before. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Loopback loopback = new Loopback();
    private final Dts asker = loopback.join("asker");
    private final Dts answerer = loopback.join("answerer");
    private final ReadingPublisher publisher = new ReadingPublisher(answerer);
    private final QueryRecorder recorder = new QueryRecorder();

    QueryTest() throws IOException {}

    @AfterEach
    void close() {
        asker.close();
        answerer.close();
        loopback.close();
    }

    private void awaitPublishers(int count) {
        await().until(() -> asker.types().stream()
                .filter(type -> type.typeId() == Reading.TYPE_ID)
                .anyMatch(type -> type.publishers().size() == count));
    }

    private QueryResult awaitEnd() {
        await().until(() -> !recorder.results.isEmpty());
        return recorder.result();
    }

    @Test
    void publishersAnswer() {
        publisher.answer((question, answer) -> {
            assertThat(question.sender()).isEqualTo(asker.sender());
            for (int i = 0; i < 3; i++) {
                assertThat(answer.send(new Reading(i, question.text()))).isTrue();
            }
        });
        awaitPublishers(1);
        asker.query(Reading.CODEC, "mäsh-tun", LONG, recorder);
        QueryResult result = awaitEnd();
        assertThat(recorder.replies)
                .containsExactly(new Reading(0, "mäsh-tun"), new Reading(1, "mäsh-tun"), new Reading(2, "mäsh-tun"));
        assertThat(recorder.sequences).containsExactly(1L, 2L, 3L);
        assertThat(result.cause()).isEqualTo(Cause.COMPLETE);
        assertThat(result.silent()).isEmpty();
        assertThat(result.answered()).singleElement().satisfies(answered -> {
            assertThat(answered.sender()).isEqualTo(answerer.sender());
            assertThat(answered.peer()).extracting(Peer::name).isEqualTo("answerer");
            assertThat(answered.replies()).isEqualTo(3);
            assertThat(answered.complete()).isTrue();
        });
        assertThat(recorder.threads)
                .allSatisfy(thread -> assertThat(thread.getName()).isEqualTo("asker test.Reading query"));
        assertThat(asker.counters().querying().replies()).isEqualTo(3);
        assertThat(answerer.counters().querying().sentReplies()).isEqualTo(3);
    }

    @Test
    void whoAnnouncedTheTypeAndDoesNotAnswerIsNamed() {
        publisher.answer((question, answer) -> {
            answer.sendLast(new Reading(1, "one"));
            assertThatIllegalStateException().isThrownBy(() -> answer.send(new Reading(2, "two")));
        });
        try (Dts silent = loopback.join("silent")) {
            new ReadingPublisher(silent).publish(0, "");
            awaitPublishers(2);
            QueryRecorder answered = askUntilAnswered();
            QueryResult result = answered.result();
            assertThat(result.cause()).isEqualTo(Cause.DEADLINE);
            assertThat(result.silent()).extracting(Peer::name).containsExactly("silent");
            assertThat(result.answered())
                    .containsExactly(new Answered(
                            answerer.sender(), result.answered().get(0).peer(), 1, 0, 0, true));
            assertThat(answered.replies).containsExactly(new Reading(1, "one"));
        }
    }

    /** Asks again and leaves twice the time, as long as no reply came in time: a query whose time ends, and not too early. */
    private QueryRecorder askUntilAnswered() {
        Duration time = ofMillis(200);
        QueryRecorder asked;
        do {
            asked = new QueryRecorder();
            asker.query(Reading.CODEC, "", time, asked);
            await().until(asked.results::size, results -> results == 1);
            time = time.multipliedBy(2);
        } while (asked.replies.isEmpty());
        return asked;
    }

    @Test
    void aNodeAsksItselfToo() {
        new ReadingPublisher(asker).answer((question, answer) -> answer.send(new Reading(7, "own")));
        asker.query(Reading.CODEC, "", LONG, recorder);
        QueryResult result = awaitEnd();
        assertThat(recorder.replies).containsExactly(new Reading(7, "own"));
        assertThat(result.answered())
                .singleElement()
                .satisfies(answered ->
                        assertThat(answered.peer()).extracting(Peer::sender).isEqualTo(asker.sender()));
    }

    @Test
    void allAnswerersOfANodeAnswerAndThoseWhoThrowAreNoObstacle() {
        publisher.answer((question, answer) -> answer.sendLast(new Reading(1, "")));
        publisher.answer((question, answer) -> {
            answer.send(new Reading(2, ""));
            throw new IllegalStateException("in the middle");
        });
        Answering closed = new ReadingPublisher(answerer).answer((question, answer) -> answer.send(new Reading(3, "")));
        Answering last = new ReadingPublisher(answerer).answer((question, answer) -> {});
        closed.close();
        awaitPublishers(1);
        asker.query(Reading.CODEC, "", LONG, recorder);
        assertThat(awaitEnd().answered())
                .singleElement()
                .satisfies(answered -> assertThat(answered.complete()).isTrue());
        assertThat(recorder.replies).containsExactly(new Reading(1, ""), new Reading(2, ""));
        assertThat(answerer.counters().delivering().failures()).isEqualTo(1);
        assertThat(closed.answered()).isZero();
        assertThat(last.answered()).isEqualTo(1);
    }

    @Test
    void manyRepliesOfABatchShareDatagrams() {
        int count = 600;
        publisher.answer((question, answer) -> {
            try (Batch batch = answerer.batch()) {
                for (int i = 0; i < count; i++) {
                    answer.send(new Reading(i, ""));
                }
            }
        });
        awaitPublishers(1);
        long before = asker.counters().receiving().datagrams();
        CompletableFuture<List<Reading>> all = asker.query(Reading.CODEC, "", LONG);
        assertThat(all.join()).hasSize(count).startsWith(new Reading(0, "")).endsWith(new Reading(count - 1, ""));
        assertThat(asker.counters().receiving().datagrams() - before).isLessThan(count / 5);
    }

    @Test
    void largeRepliesComeInSeveralDatagrams() {
        publisher.answer((question, answer) -> {
            answer.send(new Reading(1, "x".repeat(3000)));
            answer.send(new Reading(2, ""));
            answer.sendLast(new Reading(3, "y".repeat(30_000)));
        });
        awaitPublishers(1);
        CompletableFuture<List<Reading>> all = asker.query(Reading.CODEC, "", LONG);
        assertThat(all.join())
                .containsExactly(
                        new Reading(1, "x".repeat(3000)), new Reading(2, ""), new Reading(3, "y".repeat(30_000)));
        assertThat(asker.counters().receiving().fragments()).isPositive();
    }

    @Test
    void anAnswerHasLimits() {
        AtomicReference<String> refused = new AtomicReference<>();
        publisher.answer((question, answer) -> {
            assertThatThrownBy(() -> answer.send(new Reading(0, "x".repeat(Answer.MAX_BYTES))))
                    .isInstanceOf(MessageTooLargeException.class);
            assertThatThrownBy(() -> answer.send(new Reading(0, null))).isInstanceOf(EncodeException.class);
            int sent = 0;
            try (Batch batch = answerer.batch()) {
                while (answer.send(new Reading(sent, "x".repeat(1000)))) {
                    sent++;
                }
            }
            refused.set(sent + " replies, then " + answer.send(new Reading(0, "x".repeat(1000))));
        });
        awaitPublishers(1);
        asker.query(Reading.CODEC, "", LONG, recorder);
        QueryResult result = awaitEnd();
        int most = Answer.MAX_BYTES / 1120;
        assertThat(refused.get()).isEqualTo(most + " replies, then false");
        assertThat(result.answered())
                .singleElement()
                .satisfies(answered ->
                        assertThat(answered.replies() + answered.missing()).isEqualTo(most));
    }

    @Test
    void aSlowOneLosesOnlyItsOwnReplies() throws InterruptedException {
        publisher.answer((question, answer) -> {
            long before = asker.counters().querying().replies();
            for (int i = 1; i <= 2000; i++) {
                answer.send(new Reading(i, ""));
                if (i % 100 == 0) {
                    // Not faster than they are taken, so that the system loses none.
                    int sent = i;
                    await().pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> asker.counters().querying().replies() == before + sent);
                }
            }
        });
        awaitPublishers(1);
        CountDownLatch done = new CountDownLatch(1);
        Query slow = asker.query(Reading.CODEC, "", LONG, new Replies<>() {
            @Override
            public void onReply(Reading value, MessageInfo info) {
                try {
                    done.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                recorder.onReply(value, info);
            }

            @Override
            public void onEnd(QueryResult result) {
                recorder.onEnd(result);
            }
        });
        QueryRecorder other = new QueryRecorder();
        asker.query(Reading.CODEC, "", LONG, other);
        await().until(() -> !other.results.isEmpty());
        assertThat(other.replies).hasSize(other.result().answered().get(0).replies());
        assertThat(recorder.results).isEmpty();
        done.countDown();
        QueryResult result = awaitEnd();
        Answered answered = result.answered().get(0);
        assertThat(answered.dropped()).isEqualTo(slow.dropped()).isBetween(2000L - 1026, 2000L - 1024);
        assertThat(recorder.replies).hasSize((int) (answered.replies() - answered.dropped()));
        assertThat(asker.counters().querying().droppedReplies()).isGreaterThanOrEqualTo(answered.dropped());
    }

    @Test
    void endsOnceWhenItIsClosedOrItsNodeIs() {
        Query closed = asker.query(Reading.CODEC, "", LONG, recorder);
        closed.close();
        closed.close();
        assertThat(awaitEnd().cause()).isEqualTo(Cause.CLOSED);
        QueryRecorder open = new QueryRecorder();
        CompletableFuture<List<Reading>> all = asker.query(Reading.CODEC, "", LONG);
        asker.query(Reading.CODEC, "", LONG, open);
        asker.close();
        await().until(() -> !open.results.isEmpty());
        assertThat(open.result()).isEqualTo(new QueryResult(Cause.CLOSED, List.of(), List.of()));
        assertThat(all.join()).isEmpty();
        assertThat(recorder.results).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> asker.query(Reading.CODEC, "", LONG, recorder));
        assertThatIllegalStateException()
                .isThrownBy(() -> new ReadingPublisher(asker).answer((question, answer) -> {}));
    }

    @Test
    void cancellingTheFutureEndsTheQuery() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        publisher.answer((question, answer) -> {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            sent.complete(answer.send(new Reading(1, "")));
        });
        CompletableFuture<List<Reading>> all = asker.query(Reading.CODEC, "", LONG);
        asked.await();
        all.cancel(false);
        goOn.countDown();
        assertThat(sent.get(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> asker.counters().querying().strayReplies() > 0);
        assertThat(asker.counters().querying().replies()).isZero();
    }

    @Test
    void refusesWhatCannotBeAsked() {
        String longest = "x".repeat(1024);
        asker.query(Reading.CODEC, longest, ofSeconds(1), recorder).close();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asker.query(Reading.CODEC, longest + "x", ofSeconds(1), recorder));
        assertThatIllegalArgumentException().isThrownBy(() -> asker.query(Reading.CODEC, "", Duration.ZERO, recorder));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asker.query(Reading.CODEC, "", Duration.ofHours(2), recorder));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asker.query(
                        new ViewDecoder<>(Reading.CODEC.type(), new ReadingView()), "", LONG, (view, info) -> {}));
        assertThatThrownBy(() -> asker.query(Reading.CODEC, "\ud800", LONG, recorder))
                .isInstanceOf(EncodeException.class);
        for (int i = 0; i < 256; i++) {
            asker.query(Reading.CODEC, "", LONG, (reading, info) -> {});
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> asker.query(Reading.CODEC, "", LONG, recorder))
                .withMessageContaining("256 queries");
    }
}
