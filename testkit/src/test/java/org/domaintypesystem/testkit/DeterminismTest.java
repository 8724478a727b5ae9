package org.domaintypesystem.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DeterminismTest {
    private static final int NODES = 20;

    /** Prints the digest of a seed. */
    public static void main(String[] args) throws NoSuchAlgorithmException {
        System.out.print(digest(Long.parseLong(args[0])));
    }

    /** Of every event on a network where everything goes wrong, and of all that listeners are told. */
    private static String digest(long seed) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (VirtualNetwork network = VirtualNetwork.seeded(seed)) {
            network.trace(line -> digest.update((line + "\n").getBytes(UTF_8)))
                    .loss(0.1)
                    .duplication(0.1)
                    .delay(ofMillis(1), ofMillis(20))
                    .bandwidth(1_000_000, 4096);
            List<Notes> notes = new ArrayList<>();
            List<Dts> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(network.join("node-" + i));
                notes.add(Notes.of(nodes.get(i), i % 3 == 0 ? Delivery.inline() : Delivery.queue(8)));
            }
            network.slowListeners(nodes.get(1), ofMillis(7));
            for (int round = 0; round < 20; round++) {
                int turn = round % NODES;
                network.every(ofMillis(20 + round), () -> Notes.publish(nodes.get(turn), turn, turn + 2));
                network.run(ofMillis(50));
                switch (round % 5) {
                    case 0 -> network.partition(nodes.subList(0, turn), nodes.subList(turn, NODES));
                    case 1 -> nodes.set(turn, network.restart(nodes.get(turn)));
                    case 2 -> network.pause(nodes.get(turn));
                    case 3 -> network.heal();
                    default -> network.resume(nodes.get(turn - 2));
                }
            }
            for (Notes each : notes) {
                digest.update((each.numbers + "" + each.senders + each.losses + each.revisions).getBytes(UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void aSeedAlwaysGivesTheSame() throws Exception {
        String expected = digest(42);
        assertThat(digest(42)).isEqualTo(expected);
        assertThat(digest(43)).isNotEqualTo(expected);
    }

    /** With another clock, another heap, and hash codes drawn differently. */
    @Test
    void inEveryProcess() throws Exception {
        assertThat(inAnotherProcess("-XX:hashCode=3", "-Duser.timezone=Asia/Tokyo", "-Duser.language=ar"))
                .isEqualTo(digest(7));
    }

    private static String inAnotherProcess(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeterminismTest.class.getName(), "7"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
