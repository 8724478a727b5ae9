package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** On a virtual network, which disturbs nothing by itself. */
class InterferenceTest {
    private static final int MANY = 2000;

    @AutoClose
    private final VirtualNetwork network = VirtualNetwork.seeded(1);

    private final Interference interference = Interference.seeded(7);
    private final Dts publisher = network.join("publisher", builder -> builder.environment(interference));
    private final Dts listener = network.join("listener", builder -> builder.environment(interference));
    private final Notes notes = Notes.of(listener, Delivery.inline());
    private final Notes undisturbed = Notes.of(network.join("undisturbed"), Delivery.inline());

    @Test
    void disturbsNothingUnlessTold() {
        publish(1, MANY);
        assertThat(notes.numbers).isEqualTo(numbers(1, MANY));
        assertThat(interference.lost() + interference.duplicated() + interference.delayed())
                .isZero();
    }

    @Test
    void losesItsShareOfWhatComesInUntilItIsToldOtherwise() {
        publish(1, 1);
        interference.loss(0.1);
        publish(2, MANY);
        interference.loss(0);
        publish(MANY + 1, MANY + 100);

        assertThat(undisturbed.numbers).isEqualTo(numbers(1, MANY + 100));
        assertThat(notes.numbers).endsWith(numbers(MANY + 1, MANY + 100).toArray(Integer[]::new));
        long missing = notes.losses.stream().mapToLong(Notes.Range::count).sum();
        assertThat(missing).isBetween(MANY / 10L - 60, MANY / 10L + 60);
        assertThat(missing).isEqualTo(MANY + 100 - notes.numbers.size());
        assertThat(interference.lost()).isGreaterThanOrEqualTo(missing);
    }

    @Test
    void nobodyReceivesWhatGetsLostWhenItIsSent() {
        publish(1, 1);
        interference.lossOfSent(0.5);
        publish(2, 100);
        interference.lossOfSent(0);
        publish(101, 101);

        assertThat(notes.losses).isNotEmpty().isEqualTo(undisturbed.losses);
        assertThat(notes.numbers).isEqualTo(undisturbed.numbers).hasSizeBetween(20, 80);
        assertThat(publisher.counters().sending().sent()).isEqualTo(101);
    }

    @Test
    void whatComesTwiceComesBehindOthers() {
        interference.duplication(0.5);
        publish(1, MANY);
        assertThat(notes.numbers).isEqualTo(numbers(1, MANY));
        assertThat(listener.counters().receiving().duplicates()).isBetween(MANY / 2L - 200, MANY / 2L + 200);
        assertThat(notes.revisions).isEmpty();
    }

    @Test
    void whatComesLaterIsLate() {
        publish(1, 1);
        interference.reordering(0.2);
        publish(2, MANY);
        assertThat(listener.counters().receiving().late())
                .isEqualTo(notes.revisions.size())
                .isBetween(MANY / 5L - 100, MANY / 5L + 100);
        assertThat(notes.numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatNothingOvertakesComesSoonAllTheSame() {
        interference.reordering(1);
        Notes.publish(publisher, 1, 1);
        network.run(Duration.ofMillis(2));
        assertThat(notes.numbers).isEmpty();
        network.run(Duration.ofMillis(2));
        assertThat(notes.numbers).containsExactly(1);
    }

    @Test
    void eachNodeIsDisturbedInItsOwnWay() {
        Notes other = Notes.of(network.join("other", builder -> builder.environment(interference)), Delivery.inline());
        publish(1, 1);
        interference.loss(0.3);
        publish(2, MANY);
        assertThat(other.numbers).isNotEqualTo(notes.numbers);
    }

    @Test
    void aSeedLosesTheSameAgain() {
        assertThat(heardWith(7)).isEqualTo(heardWith(7)).isNotEqualTo(heardWith(8));
    }

    private static List<Integer> heardWith(long seed) {
        try (VirtualNetwork network = VirtualNetwork.seeded(1)) {
            Interference interference = Interference.seeded(seed).loss(0.5);
            Dts publisher = network.join("publisher");
            Notes notes = Notes.of(network.join("listener", builder -> builder.environment(interference)));
            Notes.publish(publisher, 1, 100);
            network.runUntilQuiet();
            return notes.numbers;
        }
    }

    @Test
    void aProcessMayBeTold() {
        assertThat(Interference.ofProcess()).hasToString(Interference.seeded(1).toString());
        assertThat(told("0.1"))
                .hasToString(Interference.seeded(1)
                        .loss(0.1)
                        .duplication(0.02)
                        .reordering(0.02)
                        .toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("much"))
                .withMessage("dts.loss is 'much', expected a share, 0 to 1");
    }

    private static Interference told(String loss) {
        System.setProperty("dts.loss", loss);
        try {
            return Interference.ofProcess();
        } finally {
            System.clearProperty("dts.loss");
        }
    }

    @Test
    void onlySharesAreShares() {
        assertThatIllegalArgumentException().isThrownBy(() -> interference.loss(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> interference.reordering(Double.NaN));
    }

    private void publish(int first, int last) {
        Notes.publish(publisher, first, last);
        network.run(Duration.ofMillis(50));
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
