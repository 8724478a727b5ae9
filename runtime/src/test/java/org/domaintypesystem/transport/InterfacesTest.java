package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfacesTest {
    private static NetworkInterface loopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(each -> {
                    try {
                        return each.isLoopback();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsLoopbackByNameAndByAddress() throws IOException {
        for (String name : List.of("127.0.0.1", "127.1.2.3", loopback().getName())) {
            Interfaces chosen = Interfaces.choose(List.of(name));
            assertThat(chosen.receiving()).containsExactly(loopback());
            assertThat(chosen.sending()).containsExactly(loopback());
        }
    }

    @Test
    void takesAnInterfaceOnce() throws IOException {
        assertThat(Interfaces.choose(List.of("127.0.0.1", loopback().getName())).receiving())
                .hasSize(1);
    }

    @Test
    void saysWhichInterfacesThereAre() throws IOException {
        String there = loopback().getName() + " (127.0.0.1)";
        assertThatThrownBy(() -> Interfaces.choose(List.of("127.0.0.1", "nosuch0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"nosuch0\"")
                .hasMessageContaining(there);
        assertThatThrownBy(() -> Interfaces.choose(List.of("203.0.113.7"))).hasMessageContaining("203.0.113.7");
    }

    /** Only chosen here, nothing is opened. */
    @Test
    void sendsOnLoopbackOnlyIfThereIsNothingElse() throws IOException {
        Interfaces chosen = Interfaces.choose(List.of());
        assertThat(chosen.receiving()).contains(loopback()).containsAll(chosen.sending());
        if (chosen.receiving().size() > 1) {
            assertThat(chosen.sending())
                    .doesNotContain(loopback())
                    .hasSize(chosen.receiving().size() - 1);
        } else {
            assertThat(chosen.sending()).containsExactly(loopback());
        }
    }
}
