package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.seal.Refusal;
import org.junit.jupiter.api.Test;

class KeyedTrafficTest {
    private static final SocketAddress SOURCE = InetSocketAddress.createUnresolved("somewhere", 1);

    @Test
    void saysEachOnceAndCountsAll() {
        List<String> said = new ArrayList<>();
        KeyedTraffic traffic = new KeyedTraffic(said::add);
        for (int i = 0; i < 3; i++) {
            assertThat(traffic.refused(Refusal.PLAIN, SOURCE)).isEqualTo(Counter.PLAIN);
            assertThat(traffic.refused(Refusal.SEALED, SOURCE)).isEqualTo(Counter.SEALED);
            assertThat(traffic.refused(Refusal.OTHER_KEY, SOURCE)).isEqualTo(Counter.OTHER_KEY);
            assertThat(traffic.refused(Refusal.FORGED, SOURCE)).isEqualTo(Counter.FORGED);
            assertThat(traffic.refused(Refusal.MALFORMED, SOURCE)).isEqualTo(Counter.MALFORMED);
        }
        assertThat(said).hasSize(4).allSatisfy(text -> assertThat(text).contains("somewhere", "is ignored"));
    }
}
