package org.domaintypesystem.transport;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Datagrams that Linux dropped since the buffer of a socket was full, as {@code /proc} tells for each socket that is open. For
 * any thread.
 */
final class KernelDrops {
    private static final Path SOCKETS = Path.of("/proc/self/net/udp");
    private static final Path FILES = Path.of("/proc/self/fd");

    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;
    private static final int DROPS = 12;
    private static final int HEXADECIMAL = 16;

    private final Path sockets;
    private final Path files;

    /** By inode, as of the last look. */
    private Map<String, Long> open = new HashMap<>();

    /** What sockets had dropped that were there at one look and gone at the next. */
    private long closed;

    KernelDrops() {
        this(SOCKETS, FILES);
    }

    KernelDrops(Path sockets, Path files) {
        this.sockets = sockets;
        this.files = files;
    }

    /**
     * What this process's sockets on some ports have dropped. Never less than before; what a socket drops between a look and
     * its end is not counted.
     *
     * @return empty where the system does not tell
     */
    synchronized OptionalLong count(Set<Integer> ports) {
        Map<String, Long> found;
        try {
            found = onPorts(Files.readAllLines(sockets), ports);
            if (!found.isEmpty()) {
                found.keySet().retainAll(ownInodes());
            }
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
        open.forEach((inode, drops) -> {
            if (!found.containsKey(inode)) {
                closed += drops;
            }
        });
        open = found;
        return OptionalLong.of(
                closed + open.values().stream().mapToLong(Long::longValue).sum());
    }

    private static Map<String, Long> onPorts(List<String> lines, Set<Integer> ports) {
        Map<String, Long> drops = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.strip().split("\\s+", -1);
            String address = columns[LOCAL_ADDRESS];
            int port = Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL);
            if (ports.contains(port)) {
                drops.put(columns[INODE], Long.parseLong(columns[DROPS]));
            }
        }
        return drops;
    }

    private Set<String> ownInodes() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(files)) {
            for (Path descriptor : descriptors) {
                inode(descriptor, inodes);
            }
        }
        return inodes;
    }

    private static void inode(Path descriptor, Set<String> inodes) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            if (target.startsWith("socket:[")) {
                inodes.add(target.substring("socket:[".length(), target.length() - 1));
            }
        } catch (IOException closedMeanwhile) {
            // Then it is none of ours any more.
        }
    }
}
