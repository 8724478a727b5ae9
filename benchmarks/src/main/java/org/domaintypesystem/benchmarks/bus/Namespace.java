package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network of this program's own, with a loopback interface and nothing else, for the processes that are measured: on Linux, for
 * root. Elsewhere they are on the loopback interface that all share.
 */
final class Namespace implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final String name;
    private final boolean isOwn;

    private Namespace(String name, boolean isOwn) {
        this.name = name;
        this.isOwn = isOwn;
    }

    /** One of its own where it may. */
    static Namespace open() {
        String name = "dts-benchmark-" + ProcessHandle.current().pid();
        if (!works(List.of("ip", "netns", "add", name))) {
            return new Namespace(name, false);
        }
        Namespace made = new Namespace(name, true);
        // Who does not say where multicast goes has it go where the route says.
        if (made.has(List.of("link", "set", "lo", "up"))
                && made.has(List.of("route", "add", "224.0.0.0/4", "dev", "lo"))) {
            return made;
        }
        made.close();
        return new Namespace(name, false);
    }

    private boolean has(List<String> command) {
        List<String> words = new ArrayList<>(List.of("ip", "-n", name));
        words.addAll(command);
        return works(words);
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether nobody else is there. */
    boolean isOwn() {
        return isOwn;
    }

    /** What comes before a command that is to run there. */
    List<String> prefix() {
        return isOwn ? List.of("ip", "netns", "exec", name) : List.of();
    }

    @Override
    public void close() {
        if (isOwn) {
            works(List.of("ip", "netns", "delete", name));
        }
    }
}
