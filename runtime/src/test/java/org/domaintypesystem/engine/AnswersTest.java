package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.domaintypesystem.engine.Answers.Verdict;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SocketAddress HOST = new InetSocketAddress("10.0.0.1", 1);
    private static final SocketAddress SAME_HOST = new InetSocketAddress("10.0.0.1", 2);
    private static final SocketAddress OTHER_HOST = new InetSocketAddress("10.0.0.2", 1);

    private final Answers answers = new Answers();

    private static QueryMessage query(long asker, long queryId) {
        return new QueryMessage(asker, 1L << 63, queryId, "text", 500);
    }

    @Test
    void takesEachQueryOnce() {
        assertThat(answers.offer(query(1, 1), HOST, 0)).isEqualTo(Verdict.TAKEN);
        assertThat(answers.offer(query(1, 1), OTHER_HOST, 0)).isEqualTo(Verdict.REPEATED);
        assertThat(answers.offer(query(2, 1), OTHER_HOST, 0)).isEqualTo(Verdict.TAKEN);
        assertThat(answers.poll()).isEqualTo(new Answers.Waiting(query(1, 1), HOST, SECOND / 2));
        assertThat(answers.poll()).isEqualTo(new Answers.Waiting(query(2, 1), OTHER_HOST, SECOND / 2));
        assertThat(answers.poll()).isNull();
        assertThat(answers.offer(query(1, 1), HOST, 0)).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void remembersWhatWasAnswered() {
        answers.offer(query(1, 1), HOST, 0);
        assertThat(answers.answerOf(query(1, 1))).isEqualTo(Answers.UNANSWERED);
        answers.answered(query(1, 1), 3);
        answers.answered(query(1, 2), 4);
        assertThat(answers.answerOf(query(1, 1))).isEqualTo(3);
        assertThat(answers.answerOf(query(1, 2))).isEqualTo(Answers.UNANSWERED);
    }

    @Test
    void takesSoManyOfAHostInASecond() {
        long taken = 0;
        for (int millis = 0; millis < 3000; millis++) {
            SocketAddress source = millis % 2 == 0 ? HOST : SAME_HOST;
            if (answers.offer(query(1, millis), source, millis * SECOND / 1000) == Verdict.TAKEN) {
                taken++;
                answers.poll();
            }
        }
        assertThat(taken).isBetween(4L * Answers.RATE - 2, 4L * Answers.RATE + 2);
        // At most one more is free at this moment.
        answers.offer(query(1, 9998), HOST, 3 * SECOND);
        assertThat(answers.offer(query(1, 9999), SAME_HOST, 3 * SECOND)).isEqualTo(Verdict.REFUSED);
        assertThat(answers.offer(query(1, 9999), OTHER_HOST, 3 * SECOND)).isEqualTo(Verdict.TAKEN);
    }

    @Test
    void keepsSoManyWaiting() {
        for (int i = 0; i < Answers.MAX_WAITING; i++) {
            assertThat(answers.offer(query(i, 1), new InetSocketAddress("10.1.0." + i, 1), 0))
                    .isEqualTo(Verdict.TAKEN);
        }
        assertThat(answers.offer(query(-1, 1), HOST, 0)).isEqualTo(Verdict.REFUSED);
        answers.poll();
        assertThat(answers.offer(query(-1, 1), HOST, 0)).isEqualTo(Verdict.TAKEN);
    }

    @Test
    void forgetsTheOldestOfVeryMany() {
        answers.offer(query(1, 0), HOST, 0);
        for (int i = 1; i <= Answers.MAX_REMEMBERED; i++) {
            SocketAddress source = new InetSocketAddress("10.2.%d.%d".formatted(i >>> 8, i & 255), 1);
            assertThat(answers.offer(query(1, i), source, 0)).isEqualTo(Verdict.TAKEN);
            answers.poll();
        }
        assertThat(answers.offer(query(1, Answers.MAX_REMEMBERED), HOST, 0)).isEqualTo(Verdict.REPEATED);
        assertThat(answers.offer(query(1, 0), HOST, 0)).isEqualTo(Verdict.TAKEN);
    }
}
