package org.domaintypesystem.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where something was measured, and with what.
 *
 * @param versions of what is compared, by name
 */
public record Machine(
        String processor, int processors, long memoryBytes, String system, String jdk, Map<String, String> versions) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double GIB = 1L << 30;

    public static Machine here() throws IOException {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
                "%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.runtime.version")),
                libraries());
    }

    private static String processorName() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static Map<String, String> libraries() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Machine.class.getResourceAsStream("versions.properties")) {
            if (file == null) {
                throw new IOException("no versions.properties");
            }
            properties.load(file);
        }
        Map<String, String> versions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        properties.forEach((name, version) -> versions.put(name.toString(), version.toString()));
        return versions;
    }

    /** One sentence. */
    @Override
    public String toString() {
        String libraries = String.join(
                ", ",
                versions.entrySet().stream()
                        .map(library -> library.getKey() + " " + library.getValue())
                        .toList());
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %.0f GiB of memory, %s; %s; %s.",
                processor,
                processors,
                memoryBytes / GIB,
                system,
                jdk,
                libraries);
    }
}
