package org.domaintypesystem.testkit.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Mismatch;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class MismatchTest {
    private static final class Told implements Listener<Level> {
        final List<Level> messages = new ArrayList<>();
        final List<Long> sequences = new ArrayList<>();
        final List<Loss> losses = new ArrayList<>();

        @Override
        public void onMessage(Level message, MessageInfo info) {
            messages.add(message);
            sequences.add(info.sequence());
        }

        @Override
        public void onLoss(Loss loss) {
            losses.add(loss);
        }
    }

    private final List<Mismatch> mismatches = new ArrayList<>();
    private Dts tank;
    private Dts screen;

    @BeforeEach
    void join(VirtualNetwork network) {
        tank = network.join("tank");
        screen = network.join("screen");
        screen.listen(mismatches::add);
    }

    @Test
    void readsANewerVersionAndSaysOnceWhatDiffers(VirtualNetwork network) {
        Told told = new Told();
        LevelListener.subscribe(screen, told);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 1, "at", 0L);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 2, "at", 0L);
        network.run(Duration.ofMillis(10));
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 3, "at", 0L);
        network.runUntilQuiet();
        assertThat(told.messages).containsExactly(new Level("A", 1), new Level("A", 2), new Level("A", 3));
        assertThat(told.losses).isEmpty();
        assertThat(mismatches).hasSize(1);
        assertThat(mismatches.get(0).kind()).isEqualTo(Mismatch.Kind.COMPATIBLE);
        assertThat(mismatches.get(0).sender()).isEqualTo(tank.sender());
        assertThat(mismatches.get(0).toString()).contains("brewery.Level", "at");
    }

    @Test
    void readsAnOlderVersion(VirtualNetwork network) {
        Told told = new Told();
        LevelListener.subscribe(screen, told);
        Versions.publish(tank, Versions.OLDER, "tank", "A");
        network.runUntilQuiet();
        assertThat(told.messages).containsExactly(new Level("A", 0));
        assertThat(mismatches).extracting(Mismatch::kind).containsExactly(Mismatch.Kind.COMPATIBLE);
    }

    @Test
    void reportsWhatCannotBeRead(VirtualNetwork network) {
        Told told = new Told();
        LevelListener.subscribe(screen, told);
        Versions.publish(tank, Versions.OTHER, "tank", "A", "litres", "much");
        Versions.publish(tank, Versions.OTHER, "tank", "A", "litres", "more");
        new LevelPublisher(network.join("good")).publish("B", 5);
        network.runUntilQuiet();
        assertThat(told.messages).containsExactly(new Level("B", 5));
        assertThat(told.losses.stream().mapToLong(Loss::count).sum()).isEqualTo(2);
        assertThat(told.losses)
                .allSatisfy(loss -> assertThat(loss.cause()).isEqualTo(Loss.Cause.INCOMPATIBLE))
                .allSatisfy(loss -> assertThat(loss.sender()).isEqualTo(tank.sender()));
        assertThat(mismatches).extracting(Mismatch::kind).containsExactly(Mismatch.Kind.INCOMPATIBLE);
        assertThat(mismatches.get(0).toString()).contains("litres", "Text", "Float64");
    }

    @Test
    void goesOnWithoutASchemaThatNobodyGives(VirtualNetwork network) {
        Told told = new Told();
        LevelListener.subscribe(screen, told);
        network.link(screen, tank).loss(1);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 1, "at", 0L);
        network.run(Duration.ofMillis(499));
        assertThat(told.messages).isEmpty();
        network.run(Duration.ofMillis(2));
        assertThat(told.messages).containsExactly(new Level("A", 1));
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 2, "at", 0L);
        network.run(Duration.ofMillis(1));
        assertThat(told.messages).hasSize(2);
        assertThat(mismatches).extracting(Mismatch::kind).containsExactly(Mismatch.Kind.UNKNOWN);
        network.link(screen, tank).loss(0);
        network.run(Duration.ofSeconds(31));
        assertThat(mismatches)
                .extracting(Mismatch::kind)
                .containsExactly(Mismatch.Kind.UNKNOWN, Mismatch.Kind.COMPATIBLE);
    }

    @Seeds(100)
    void losesNothingUnseenWhileItWaits(VirtualNetwork network) {
        Told told = new Told();
        LevelListener.subscribe(screen, told);
        network.loss(0.3).duplication(0.2).delay(Duration.ofNanos(50_000), Duration.ofMillis(2));
        for (int i = 1; i <= 200; i++) {
            Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) i, "at", 0L);
            network.run(Duration.ofMillis(5));
        }
        network.loss(0);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 201, "at", 0L);
        network.run(Duration.ofSeconds(40));
        assertThat(told.sequences).isSorted().doesNotHaveDuplicates();
        long first = told.sequences.get(0);
        long missing = told.losses.stream().mapToLong(Loss::count).sum();
        assertThat(told.sequences.size() + missing).isEqualTo(201 - first + 1);
        assertThat(told.messages).allSatisfy(level -> assertThat(level.tank()).isEqualTo("A"));
    }
}
