package org.domaintypesystem.testkit.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A few seconds of {@link Soak}, or as long as the system property {@code dts.soak} says. */
class SoakTest {
    private static final long SEED = Long.getLong("dts.seed", 1);

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisabledIfSystemProperty(named = "dts.soak", matches = ".+")
    void nothingIsLost() throws Exception {
        soak(Duration.ofSeconds(10), new PrintStream(OutputStream.nullOutputStream()));
    }

    @Test
    @EnabledIfSystemProperty(named = "dts.soak", matches = ".+")
    void figures() throws Exception {
        soak(Duration.parse(System.getProperty("dts.soak")), System.out);
    }

    private static void soak(Duration duration, PrintStream out) throws Exception {
        try (Soak soak = new Soak(SEED, duration, Soak.USUAL_LOSS, out)) {
            assertThat(soak.run()).isEmpty();
        }
    }
}
