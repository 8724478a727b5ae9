package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final int MIB = 1 << 20;

    @Test
    void takesFromTheUsualWhatItDoesNotSay() {
        Retention usual = Retention.of(5 * MIB, Duration.ofSeconds(5));
        assertIs(Retention.of(7 * MIB, Duration.ofSeconds(7)).or(usual), 7 * MIB, 7);
        assertIs(Retention.ofBytes(7 * MIB).or(usual), 7 * MIB, 5);
        assertIs(Retention.ofTime(Duration.ofSeconds(7)).or(usual), 5 * MIB, 7);
        assertIs(Retention.UNSAID.or(usual), 5 * MIB, 5);
        assertIs(Retention.UNSAID.or(Retention.ofTime(Duration.ofSeconds(7))).or(usual), 5 * MIB, 7);
    }

    /** Two of the largest messages, each in fragments of at most 1232 bytes if they are sealed, with 176 bytes around and 40 to find them. */
    @ParameterizedTest
    @ValueSource(ints = {1408, 1 << 24, 1 << 28})
    void hasRoomForTwoOfTheLargestMessages(int maxMessageSize) {
        Retention usual = Retention.usual(maxMessageSize);
        assertThat(usual.bytes())
                .isGreaterThanOrEqualTo(32 * MIB)
                .isGreaterThan(2L * (maxMessageSize / 1232 + 1) * (1408 + 40))
                .isLessThan(34 * MIB + 3L * maxMessageSize);
        assertThat(usual.nanos()).isEqualTo(30_000_000_000L);
    }

    @Test
    void hasLimits() {
        assertIs(Retention.of(1 << 16, Duration.ofMillis(100)).or(Retention.UNSAID), 1 << 16, 0.1);
        assertIs(Retention.of(1L << 34, Duration.ofHours(1)).or(Retention.UNSAID), 1L << 34, 3600);
        for (long wrong : new long[] {Long.MIN_VALUE, -1, 0, (1 << 16) - 1, (1L << 34) + 1}) {
            assertThatThrownBy(() -> Retention.ofBytes(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a retention of " + wrong + " bytes, expected 65536 to 17179869184");
            assertThatThrownBy(() -> Retention.of(wrong, Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (Duration wrong :
                new Duration[] {Duration.ofSeconds(Long.MIN_VALUE), Duration.ofMillis(99), Duration.ofMillis(3_600_001)
                }) {
            assertThatThrownBy(() -> Retention.ofTime(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.toString())
                    .hasMessageContaining("expected 100 milliseconds to an hour");
            assertThatThrownBy(() -> Retention.of(MIB, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(Retention.of(MIB, Duration.ofSeconds(1))).hasToString("up to 1048576 bytes, for PT1S");
        assertThat(Retention.ofBytes(MIB)).hasToString("up to 1048576 bytes, for as long as is usual");
        assertThat(Retention.ofTime(Duration.ofSeconds(1))).hasToString("as much as is usual, for PT1S");
    }

    private static void assertIs(Retention retention, long bytes, double seconds) {
        assertThat(retention.bytes()).isEqualTo(bytes);
        assertThat(retention.nanos()).isEqualTo((long) (seconds * 1e9));
    }
}
