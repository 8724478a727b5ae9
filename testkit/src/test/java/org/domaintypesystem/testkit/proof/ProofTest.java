package org.domaintypesystem.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A few hundred seeds, or as many as the system property {@code dts.seeds} says, from 1 on, or from one to another:
 * {@code 1001-2000}; or the one that {@code dts.seed} names.
 */
class ProofTest {
    private static final int SEEDS = 300;

    private final Tally tally = new Tally();

    @Test
    void keepsWhatTheProtocolPromises() {
        Long one = Long.getLong("dts.seed");
        LongStream seeds = one != null ? LongStream.of(one) : range(System.getProperty("dts.seeds", "" + SEEDS));
        seeds.forEach(this::run);
        assertThat(one != null || tally.isMeaningful()).as(tally.toString()).isTrue();
        if (System.getProperty("dts.seeds") != null) {
            System.out.println(tally);
        }
    }

    /** From 1 on, or from one to another. */
    private static LongStream range(String seeds) {
        String[] ends = seeds.split("-");
        return ends.length == 1
                ? LongStream.rangeClosed(1, Long.parseLong(ends[0]))
                : LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    private void run(long seed) {
        try (ProofRun run = new ProofRun(seed)) {
            run.run();
            run.count(tally);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + " fails, replay with -Ddts.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
