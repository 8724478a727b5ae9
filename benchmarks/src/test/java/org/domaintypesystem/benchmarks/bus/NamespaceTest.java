package org.domaintypesystem.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceTest {
    private static final boolean MUST = Boolean.parseBoolean(System.getenv("DTS_REQUIRE_TOOLS"));

    @Test
    void nothingButALoopbackInterfaceIsThere() throws Exception {
        String before = output(List.of("ip", "netns", "list"));
        try (Namespace network = Namespace.open()) {
            assumeTrue(network.isOwn() || MUST);
            List<String> command = new ArrayList<>(network.prefix());
            command.addAll(List.of("ip", "-o", "link", "show", "up"));
            assertThat(output(command).lines()).singleElement().asString().contains(" lo: ");
        }
        assertThat(output(List.of("ip", "netns", "list"))).isEqualTo(before);
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
