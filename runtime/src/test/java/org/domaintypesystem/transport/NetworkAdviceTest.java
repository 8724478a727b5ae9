package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAdviceTest {
    private static final Link LO = Links.link(1, "lo", "127.0.0.1");
    private static final Link ETH0 = Links.link(2, "eth0", "192.0.2.7");

    private static String silence(List<Link> receiving, List<Link> sending, boolean hearsItself) {
        return NetworkAdvice.forSilence(
                new LinkUse(receiving, sending), hearsItself, 5387, "wlan0 (down, or no cable)");
    }

    @Test
    void hasARemedyForWhatTheSystemSays() {
        for (Exception cause : List.of(
                new NoRouteToHostException("No route to host"), new SocketException("Network is unreachable"))) {
            assertThat(NetworkAdvice.remedy(cause, true, "eth0"))
                    .contains("ip link set eth0 up", "ip route add 239.255.0.0/16 dev eth0");
            assertThat(NetworkAdvice.remedy(cause, false, "eth0")).contains("no route to that node");
        }
        for (Exception cause :
                List.of(new SocketException("Operation not permitted"), new BindException("Permission denied"))) {
            assertThat(NetworkAdvice.remedy(cause, true, "eth0")).contains("firewall");
        }
        for (String message : List.of("No such device", "Network is down")) {
            assertThat(NetworkAdvice.remedy(new SocketException(message), true, "eth0"))
                    .contains("ip link set eth0 up");
        }
        assertThat(NetworkAdvice.remedy(new SocketException("Invalid argument"), true, "eth0"))
                .contains("lost its address");
        assertThat(NetworkAdvice.remedy(new SocketException("No buffer space available"), true, "eth0"))
                .isNull();
        assertThat(NetworkAdvice.remedy(new SocketException(), true, "eth0")).isNull();
        assertThat(NetworkAdvice.remedy(new IllegalStateException("unreachable"), true, "eth0"))
                .isNull();
    }

    @Test
    void tellsTheReasonsOfSilenceApart() {
        assertThat(silence(List.of(), List.of(), false)).contains("No network interface", "wlan0 (down, or no cable)");
        assertThat(silence(List.of(LO, ETH0), List.of(ETH0), false))
                .startsWith("Not even its own")
                .contains("firewall of this host", "5387", "ip route add 239.255.0.0/16 dev eth0");
        assertThat(silence(List.of(LO, ETH0), List.of(ETH0), true))
                .startsWith("It hears itself")
                .contains("eth0 (192.0.2.7)", "5387", "IGMP", "container")
                .doesNotContain("wlan0");
        assertThat(silence(List.of(LO), List.of(LO), true))
                .contains("on this host only", "wlan0")
                .doesNotContain("IGMP");
    }
}
