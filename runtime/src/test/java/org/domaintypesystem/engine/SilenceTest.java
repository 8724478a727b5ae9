package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final long SELF = 1;
    private static final long START = Long.MAX_VALUE - Silence.PATIENCE / 2;

    private final Silence silence = new Silence(SELF, START);
    private boolean isUsed = true;

    private boolean isSaid(long sinceStart) {
        return silence.tick(START + sinceStart, () -> isUsed);
    }

    @Test
    void isSaidOnceWhenPatienceIsOver() {
        silence.heard(SELF);
        assertThat(isSaid(0)).isFalse();
        assertThat(silence.pause(START)).isEqualTo(Silence.PATIENCE);
        assertThat(isSaid(Silence.PATIENCE - 1)).isFalse();
        assertThat(isSaid(Silence.PATIENCE)).isTrue();
        assertThat(silence.hasHeardItself()).isTrue();
        assertThat(isSaid(Silence.PATIENCE + 1)).isFalse();
        assertThat(silence.pause(START + Silence.PATIENCE + 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void knowsThatNotEvenTheNodeItselfIsHeard() {
        assertThat(isSaid(Silence.PATIENCE)).isTrue();
        assertThat(silence.hasHeardItself()).isFalse();
    }

    @Test
    void isNoneIfAnybodyElseIsHeard() {
        silence.heard(SELF);
        silence.heard(2);
        assertThat(isSaid(Silence.PATIENCE)).isFalse();
        assertThat(isSaid(10 * Silence.PATIENCE)).isFalse();
        assertThat(silence.pause(START)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void doesNotMatterToANodeThatIsNotUsed() {
        isUsed = false;
        assertThat(isSaid(Silence.PATIENCE)).isFalse();
        assertThat(silence.pause(START + Silence.PATIENCE)).isEqualTo(Silence.PATIENCE);
        isUsed = true;
        assertThat(isSaid(2 * Silence.PATIENCE - 1)).isFalse();
        assertThat(isSaid(2 * Silence.PATIENCE)).isTrue();
    }

    /** A switch that forgets groups lets nodes hear each other for some minutes. */
    @Test
    void isSaidAgainWhenAllOthersFellSilent() {
        silence.heard(2);
        silence.heard(SELF);
        assertThat(isSaid(Silence.PATIENCE)).isFalse();
        long forsaken = 5 * Silence.PATIENCE;
        silence.forsaken(START + forsaken);
        assertThat(isSaid(forsaken + Silence.PATIENCE)).isFalse();
        assertThat(isSaid(forsaken + 2 * Silence.PATIENCE)).isTrue();
        assertThat(silence.hasHeardItself()).as("since then").isFalse();

        silence.forsaken(START + 2 * forsaken);
        silence.heard(3);
        assertThat(isSaid(2 * forsaken + 2 * Silence.PATIENCE)).isFalse();
    }
}
