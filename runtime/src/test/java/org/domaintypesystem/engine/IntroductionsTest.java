package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntroductionsTest {
    private static final long FAR = 1L << 62;

    private final Introductions answers = new Introductions(new SplittableRandom(1));

    private static SocketAddress address(int number) {
        return new InetSocketAddress(number);
    }

    @Test
    void aFewAreAnsweredOneByOne() {
        for (int i = 0; i < Introductions.SINGLE_ANSWERS; i++) {
            answers.ask(address(i), 0);
        }
        assertThat(answers.isCrowd()).isFalse();
        assertThat(answers.nextDue(1, FAR)).isBetween(0L, Introductions.SPREAD);
        assertThat(answers.takeDue(1, -1)).isNull();
        for (int i = 0; i < Introductions.SINGLE_ANSWERS; i++) {
            assertThat(answers.takeDue(1, Introductions.SPREAD)).isNotNull();
        }
        assertThat(answers.nextDue(1, FAR)).isEqualTo(FAR);
    }

    @Test
    void theSpreadGrowsWithTheNodesThatBecomeKnownMeanwhile() {
        answers.ask(address(1), 0);
        long alone = answers.nextDue(0, FAR);
        assertThat(answers.nextDue(500, FAR)).isBetween(alone * 10 - 10, alone * 10 + 10);
    }

    @Test
    void moreInASecondAreAnsweredTogetherNotOftenerThanOnceASecond() {
        long now = 0;
        long toAll = 0;
        long single = 0;
        long longest = 0;
        for (int i = 0; i < 1000; i++) {
            now += Introductions.WINDOW / 50;
            answers.ask(address(i), now);
            while (answers.nextDue(20, FAR) <= now) {
                if (answers.isCrowd()) {
                    toAll++;
                    answers.clear(now);
                } else {
                    single++;
                    answers.takeDue(20, now);
                }
            }
            longest = Math.max(longest, answers.nextDue(20, now) - now);
        }
        assertThat(single).isLessThanOrEqualTo(Introductions.SINGLE_ANSWERS);
        assertThat(toAll).isBetween(15L, 21L);
        assertThat(longest).isLessThanOrEqualTo(Introductions.WINDOW);
        // And one by one again when there are fewer.
        answers.clear(now);
        now += Introductions.WINDOW;
        answers.ask(address(1), now);
        assertThat(answers.isCrowd()).isFalse();
    }

    @Test
    void whoAsksTwiceIsAnsweredOnce() {
        answers.ask(address(1), 0);
        answers.ask(address(1), 1);
        assertThat(answers.takeDue(1, Introductions.SPREAD + 1)).isEqualTo(address(1));
        assertThat(answers.takeDue(1, FAR)).isNull();
    }
}
