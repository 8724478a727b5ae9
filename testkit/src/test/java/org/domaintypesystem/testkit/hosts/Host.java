package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host: its interfaces, and the programs that run there. */
final class Host {
    /** Several JVMs share what may be a small machine. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx64m", "-Xshare:auto");

    final Lab lab;
    final String name;
    final String namespace;
    private final Path directory;
    private final List<Node> nodes = new ArrayList<>();

    Host(Lab lab, String name, String namespace, Path directory) {
        this.lab = lab;
        this.name = name;
        this.namespace = namespace;
        this.directory = directory;
    }

    void prepare() {
        // Else some systems drop copies that come by another way than the one back to their sender.
        run("sh", "-c", "for each in all default; do echo 0 > /proc/sys/net/ipv4/conf/$each/rp_filter; done");
        ip("link set lo up");
    }

    /** Has commands of {@code ip} done here, such as {@code link set eth0 down}. */
    void ip(String... commands) {
        lab.batch(namespace, commands);
    }

    /** Runs a program here that ends by itself, and returns what it says. */
    String run(String... command) {
        return lab.ip(inside(command).toArray(String[]::new));
    }

    /** The arguments with which {@code ip} becomes a program that runs here. */
    private List<String> inside(String... command) {
        List<String> arguments = new ArrayList<>(List.of("netns", "exec", namespace));
        arguments.addAll(List.of(command));
        return arguments;
    }

    long packetsReceived(String networkInterface) {
        return Long.parseLong(run("cat", "/sys/class/net/" + networkInterface + "/statistics/rx_packets")
                .strip());
    }

    /** Waits for an interface to run: Linux takes up to a second to tell its programs. */
    void awaitUp(String networkInterface) {
        Node.eventually(() -> assertThat(run("cat", "/sys/class/net/" + networkInterface + "/operstate"))
                .isEqualToIgnoringNewLines("up"));
    }

    /** Starts a node on all interfaces. */
    Node start(String node) {
        return start(node, "");
    }

    /**
     * Starts a node.
     *
     * @param interfaces as in {@code DTS_INTERFACE}
     */
    Node start(String node, String interfaces) {
        return start(node, interfaces, List.of());
    }

    /** Starts a node on all interfaces, with further options of the JVM. */
    Node startWith(String node, String... options) {
        return start(node, "", List.of(options));
    }

    private Node start(String node, String interfaces, List<String> options) {
        lab.awaitLinks();
        // Each of these becomes the next one, so that the process is the JVM in the end. A host has its own name, too.
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(inside("unshare", "--uts", "sh", "-c"));
        command.addAll(List.of("echo " + name + " > /proc/sys/kernel/hostname && exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NodeProgram.class.getName(), node));
        Path log = directory.resolve(name + "-" + nodes.size() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("DTS_"));
        builder.environment().put("DTS_INTERFACE", interfaces);
        try {
            Node started = new Node(node, this, builder.start(), log);
            nodes.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void endPrograms() {
        nodes.forEach(Node::kill);
    }

    @Override
    public String toString() {
        return name;
    }
}
