package org.domaintypesystem.testkit.versions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Mismatch;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions that are made to be expensive. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class LargeVersionTest {
    private static DynamicCodec withMore(int fields) {
        return Versions.codec(
                "brewery",
                "Level",
                "tank @0 :Text; litres @1 :Float64;"
                        + IntStream.range(2, 2 + fields)
                                .mapToObj(i -> "more" + i + " @" + i + " :Int8;")
                                .collect(joining()));
    }

    private static Mismatch.Kind kindOf(DynamicCodec version, VirtualNetwork network) {
        List<Mismatch> mismatches = new ArrayList<>();
        List<Level> heard = new ArrayList<>();
        try (Dts tank = network.join("tank");
                Dts screen = network.join("screen")) {
            screen.listen(mismatches::add);
            LevelListener.listen(screen, heard::add);
            Versions.publish(tank, version, "tank", "A", "litres", 1.0);
            network.runUntilQuiet();
        }
        assertThat(heard).containsExactly(new Level("A", 1));
        assertThat(mismatches).hasSize(1);
        return mismatches.get(0).kind();
    }

    @Test
    void whatIsFarLargerIsReadWithoutBeingCompared(VirtualNetwork network) {
        assertThat(kindOf(withMore(200), network)).isEqualTo(Mismatch.Kind.COMPATIBLE);
        assertThat(kindOf(withMore(2_000), network)).isEqualTo(Mismatch.Kind.UNKNOWN);
    }
}
