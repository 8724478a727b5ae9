package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.Notes.missing;
import static org.domaintypesystem.testkit.Notes.publish;

import java.util.List;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class PartitionTest {
    private Dts a;
    private Dts b;
    private Dts c;
    private Notes atA;
    private Notes atB;
    private Notes atC;

    @BeforeEach
    void join(VirtualNetwork network) {
        a = network.join("a");
        b = network.join("b");
        c = network.join("c");
        atA = Notes.of(a);
        atB = Notes.of(b);
        atC = Notes.of(c);
        publish(a, 1, 1);
        network.runUntilQuiet();
    }

    @Test
    void cutsGroupsFromEachOtherUntilItIsHealed(VirtualNetwork network) {
        network.partition(List.of(a, b), List.of(c));
        publish(a, 2, 4);
        publish(c, 100, 100);
        network.runUntilQuiet();
        assertThat(atA.numbers).containsExactly(1, 2, 3, 4);
        assertThat(atB.numbers).containsExactly(1, 2, 3, 4);
        assertThat(atC.numbers).containsExactly(1, 100);
        network.heal();
        publish(a, 5, 5);
        publish(c, 101, 101);
        network.runUntilQuiet();
        assertThat(atB.numbers).containsExactly(1, 2, 3, 4, 5, 101);
        assertThat(atB.losses).isEmpty();
        assertThat(atC.numbers).containsExactly(1, 100, 101, 5);
        assertThat(atC.losses).containsExactly(missing(2, 3));
        assertThat(network.link(a, c).cut()).isEqualTo(3);
        assertThat(network.link(c, a).cut()).isEqualTo(1);
    }

    @Test
    void partitionsAddUp(VirtualNetwork network) {
        network.partition(List.of(a), List.of(b));
        network.partition(List.of(c), List.of(b));
        publish(a, 2, 2);
        network.runUntilQuiet();
        assertThat(atB.numbers).containsExactly(1);
        assertThat(atC.numbers).containsExactly(1, 2);
    }

    @Test
    void isolatesNodesFromAllOthers(VirtualNetwork network) {
        network.isolate(a, b);
        publish(a, 2, 2);
        network.runUntilQuiet();
        assertThat(atB.numbers).containsExactly(1, 2);
        assertThat(atC.numbers).containsExactly(1);
        Dts again = network.restart(b);
        publish(again, 3, 3);
        network.runUntilQuiet();
        assertThat(atA.numbers).containsExactly(1, 2, 3);
        assertThat(atC.numbers).containsExactly(1);
    }
}
