package modular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HelloTest {

    @Test
    void runsOnTheModulePath() throws IOException, InterruptedException {
        Process hello = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Ddts.interface=127.0.0.1",
                        "-Ddts.port=" + freePort(),
                        "-p",
                        System.getProperty("java.class.path"),
                        "-m",
                        "modular/modular.Hello"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(new String(hello.getInputStream().readAllBytes(), UTF_8))
                    .isEqualTo("Hello, modules" + System.lineSeparator());
            assertThat(hello.waitFor()).isZero();
        } finally {
            hello.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket free = new DatagramSocket()) {
            return free.getLocalPort();
        }
    }
}
