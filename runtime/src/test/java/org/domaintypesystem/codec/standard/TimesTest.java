package org.domaintypesystem.codec.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final String FIELD = "lab.Note.at";

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999_999_999, -1_000_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void instantsAndDurationsGoRound(long nanos) {
        assertThat(Times.nanos(Times.instant(nanos, FIELD), FIELD)).isEqualTo(nanos);
        assertThat(Times.nanos(Times.duration(nanos, FIELD), FIELD)).isEqualTo(nanos);
    }

    @Test
    void whatIsOutOfRangeIsRefusedByName() {
        Instant last = Instant.ofEpochSecond(0, Long.MAX_VALUE);
        Instant first = Instant.ofEpochSecond(0, Long.MIN_VALUE);
        for (Instant beyond : new Instant[] {last.plusNanos(1), first.minusNanos(1), Instant.MAX, Instant.MIN}) {
            assertThatThrownBy(() -> Times.nanos(beyond, FIELD))
                    .isInstanceOf(EncodeException.class)
                    .hasMessageContaining(FIELD)
                    .hasMessageContaining("1677 to 2262");
        }
        assertThatThrownBy(() -> Times.nanos(Duration.ofSeconds(Long.MAX_VALUE), FIELD))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining(FIELD)
                .hasMessageContaining("292 years");
    }

    @Test
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> Times.nanos((Instant) null, FIELD))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining(FIELD + " is null");
    }

    @Test
    void whatIsNoTimeIsRefusedByName() {
        assertThat(Times.localTime(LocalTime.MAX.toNanoOfDay(), FIELD)).isEqualTo(LocalTime.MAX);
        assertThatThrownBy(() -> Times.localTime(LocalTime.MAX.toNanoOfDay() + 1, FIELD))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining(FIELD);
        assertThatThrownBy(() -> Times.localDate(Long.MAX_VALUE, FIELD))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining(FIELD);
    }
}
