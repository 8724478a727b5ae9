package org.domaintypesystem.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domaintypesystem.Dts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes as a build does, and looks at what comes of them. */
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class VirtualNetworkExtensionTest {
    private static final List<Long> SEEDS = new ArrayList<>();
    private static final List<Dts> NODES = new ArrayList<>();

    private final @Nullable String given = System.clearProperty("dts.seed");
    private String output = "";

    @BeforeEach
    void forget() {
        SEEDS.clear();
        NODES.clear();
    }

    @AfterEach
    void resetSeed() {
        System.clearProperty("dts.seed");
        if (given != null) {
            System.setProperty("dts.seed", given);
        }
    }

    private TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .build(),
                            listener);
        } finally {
            System.setErr(before);
        }
        output = bytes.toString(UTF_8);
        return listener.getSummary();
    }

    @ExtendWith(VirtualNetworkExtension.class)
    static class Passing {
        private VirtualNetwork before;

        @BeforeEach
        void join(VirtualNetwork network) {
            before = network;
            NODES.add(network.join("a"));
        }

        @Test
        void test(VirtualNetwork network) {
            assertThat(network).isSameAs(before);
            SEEDS.add(network.seed());
        }

        @AfterEach
        void isStillOpen(VirtualNetwork network) {
            assertThat(network).isSameAs(before);
            Notes.publish(NODES.get(0), 1, 1);
        }
    }

    @Test
    void oneNetworkForAllOfATestAndClosedAfterwards() {
        assertThat(run(Passing.class).getTestsSucceededCount()).isEqualTo(1);
        assertThat(output).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> Notes.publish(NODES.get(0), 1, 1));
    }

    @Test
    void seedsDiffer() {
        run(Passing.class);
        run(Passing.class);
        assertThat(SEEDS).hasSize(2).doesNotHaveDuplicates();
    }

    /** Fails with about half of all seeds. */
    @ExtendWith(VirtualNetworkExtension.class)
    static class Unlucky {
        @Seeds(60)
        void everythingArrives(VirtualNetwork network) {
            SEEDS.add(network.seed());
            Dts a = network.join("a");
            Notes heard = Notes.of(network.join("b"));
            network.loss(0.5);
            Notes.publish(a, 1, 1);
            network.runUntilQuiet();
            assertThat(heard.numbers).containsExactly(1);
        }
    }

    @Test
    void aSeedThatFailsIsPrintedAndReplays() {
        TestExecutionSummary first = run(Unlucky.class);
        assertThat(first.getTestsStartedCount()).isEqualTo(60);
        assertThat(first.getTestsFailedCount()).isBetween(5L, 55L);
        assertThat(new HashSet<>(SEEDS)).hasSize(60);
        Matcher failures = Pattern.compile("(?m)^(\\S+) failed with seed (\\d+)\\. Replay: (.*)$")
                .matcher(output);
        String test = Unlucky.class.getName() + "#everythingArrives";
        List<Long> failed = new ArrayList<>();
        while (failures.find()) {
            failed.add(Long.valueOf(failures.group(2)));
            assertThat(failures.group(1)).isEqualTo(test);
            assertThat(failures.group(3)).isEqualTo("mvn test '-Dtest=" + test + "' -Ddts.seed=" + failures.group(2));
        }
        assertThat(failed).hasSize((int) first.getTestsFailedCount());
        for (long seed : new HashSet<>(SEEDS)) {
            SEEDS.clear();
            System.setProperty("dts.seed", Long.toString(seed));
            TestExecutionSummary replay = run(Unlucky.class);
            assertThat(SEEDS).containsExactly(seed);
            assertThat(replay.getTestsFailedCount()).isEqualTo(failed.contains(seed) ? 1 : 0);
        }
    }

    @Seed(5)
    @ExtendWith(VirtualNetworkExtension.class)
    static class Fixed {
        @Test
        void ofTheClass(VirtualNetwork network) {
            SEEDS.add(network.seed());
        }

        @Test
        @Seed(-1)
        void ofTheMethod(VirtualNetwork network) {
            SEEDS.add(network.seed());
        }

        @Seeds(3)
        @Seed(100)
        void repeated(VirtualNetwork network) {
            SEEDS.add(network.seed());
        }

        @Nested
        class Inner {
            @Test
            void ofTheClassAround(VirtualNetwork network) {
                SEEDS.add(network.seed() + 1000);
            }
        }
    }

    @Test
    void seedsCanBeFixed() {
        assertThat(run(Fixed.class).getTestsFailedCount()).isZero();
        assertThat(SEEDS).containsExactlyInAnyOrder(5L, -1L, 100L, 101L, 102L, 1005L);
    }

    @Test
    void thePropertyOverridesThem() {
        System.setProperty("dts.seed", "77");
        run(Fixed.class);
        assertThat(SEEDS).containsExactlyInAnyOrder(77L, 77L, 77L, 1077L);
    }

    @Test
    void thePropertyHasThemDrawnAllTheSame() {
        System.setProperty("dts.seed", "random");
        run(Fixed.class);
        assertThat(SEEDS).hasSize(6).doesNotHaveDuplicates().doesNotContain(5L, -1L, 100L, 101L, 102L, 1005L);
    }

    @Test
    void saysWhatIsWrongWithTheProperty() {
        System.setProperty("dts.seed", "lucky");
        assertThat(run(Passing.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasStackTraceContaining("dts.seed is 'lucky', expected a number or 'random'"));
    }

    @ExtendWith(VirtualNetworkExtension.class)
    static class Aborted {
        @Test
        void test(VirtualNetwork network) {
            network.join("a");
            Assumptions.abort();
        }
    }

    @Test
    void aTestThatIsAbortedHasNotFailed() {
        assertThat(run(Aborted.class).getTestsAbortedCount()).isEqualTo(1);
        assertThat(output).isEmpty();
    }
}
