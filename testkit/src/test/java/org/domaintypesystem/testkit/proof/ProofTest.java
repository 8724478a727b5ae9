package org.domaintypesystem.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A few hundred seeds, or as many as the system property {@code dts.seeds} says, from 1 on; or the one that {@code dts.seed}
 * names.
 */
class ProofTest {
    private static final int SEEDS = 300;

    private long delivered;
    private long lost;
    private long late;

    @Test
    void keepsWhatTheProtocolPromises() {
        Long one = Long.getLong("dts.seed");
        LongStream seeds =
                one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Integer.getInteger("dts.seeds", SEEDS));
        seeds.forEach(this::run);
        String all = "%d messages delivered, %d lost, %d of these late".formatted(delivered, lost, late);
        assertThat(one != null || (delivered > 0 && lost > 0 && late > 0))
                .as(all)
                .isTrue();
        if (System.getProperty("dts.seeds") != null) {
            System.out.println(all);
        }
    }

    private void run(long seed) {
        try (ProofRun run = new ProofRun(seed)) {
            run.run();
            for (Journal journal : run.journals) {
                delivered += journal.delivered();
                lost += journal.lost();
                late += journal.revised();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + " fails, replay with -Ddts.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
