package org.domaintypesystem.maven.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.compiler.Remedies;

/** Looks at a project and at the machine, one thing after the other. */
public final class Doctor {
    private static final int OLDEST_JDK = 17;
    private static final int MILLISECONDS = 2000;
    private static final Path MEMBERSHIPS = Path.of("/proc/sys/net/ipv4/igmp_max_memberships");
    private static final Path RECEIVE_BUFFER = Path.of("/proc/sys/net/core/rmem_max");

    private final Module module;
    private final CompilerSetup compiler;
    private final PluginOrder order;
    private final String version;

    /**
     * Prepares to look.
     *
     * @param version of this plugin
     */
    public Doctor(Module module, CompilerSetup compiler, PluginOrder order, String version) {
        this.module = module;
        this.compiler = compiler;
        this.order = order;
        this.version = version;
    }

    /** All findings, in the order in which things are needed. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(List.of(jdk(), runtime(), processor()));
        findings.addAll(lombok());
        findings.addAll(order());
        findings.add(LoopbackMulticast.tryOut(MILLISECONDS));
        findings.addAll(kernel());
        findings.add(interfaces());
        return findings;
    }

    private Finding jdk() {
        String found = "JDK " + Runtime.version() + " of " + System.getProperty("java.vendor") + " in "
                + System.getProperty("java.home");
        return compiler.jdk() < OLDEST_JDK
                ? Finding.broken(found, "DTS needs JDK 17 or later: let JAVA_HOME name one.")
                : Finding.fine(found);
    }

    private Finding runtime() {
        Optional<Library> runtime = module.libraries().stream()
                .filter(library -> library.isOurs("dts-runtime"))
                .findFirst();
        if (runtime.isEmpty()) {
            return Finding.broken("dts-runtime is not among the dependencies", Remedies.runtime(version));
        }
        return runtime.get().version().equals(version)
                ? Finding.fine("dts-runtime " + version)
                : Finding.broken(
                        "dts-runtime has version " + runtime.get().version() + ", this plugin " + version
                                + ": what it generates is for its own",
                        "Give both the same version.");
    }

    private Finding processor() {
        ProcessorPlace place =
                compiler.place(module.libraries().stream().anyMatch(library -> library.isOurs("dts-processor")));
        if (place.runs()) {
            return Finding.fine("the annotation processor runs: " + place.why());
        }
        return order.has("generate")
                ? Finding.fine("the annotation processor runs: goal generate of this plugin is bound")
                : Finding.broken("the annotation processor does not run: " + place.why(), Remedies.plugin(version));
    }

    private List<Finding> lombok() {
        return module.libraries().stream()
                .filter(library -> library.groupId().equals("org.projectlombok")
                        && library.artifactId().equals("lombok")
                        && !compiler.runsLombok())
                .map(library -> Finding.note(
                        "Lombok is among the dependencies, but the compiler does not run it: what is generated for types"
                                + " with its annotations does not compile",
                        Remedies.processorPath(library.groupId(), library.artifactId(), library.version())))
                .toList();
    }

    private List<Finding> order() {
        List<Finding> findings = new ArrayList<>();
        List<String> behind = order.generatorsBehind();
        if (!behind.isEmpty()) {
            findings.add(Finding.note(
                    "goal generate runs before " + String.join(", ", behind) + ", so it does not see those sources",
                    "In the POM, put dts-maven-plugin behind these plugins."));
        }
        for (String goal : List.of("collect", "check")) {
            if (!order.has(goal)) {
                findings.add(
                        Finding.note("goal " + goal + " is not bound", "Add it to the goals of dts-maven-plugin."));
            }
        }
        return findings;
    }

    private static List<Finding> kernel() {
        List<Finding> findings = new ArrayList<>();
        number(MEMBERSHIPS)
                .ifPresent(
                        limit -> findings.add(
                                Finding.fine(
                                        "a socket can join " + limit
                                                + " multicast groups (net.ipv4.igmp_max_memberships): a node takes as many sockets as it needs")));
        number(RECEIVE_BUFFER).ifPresent(limit -> {
            String found = "receive buffers have at most " + limit + " bytes (net.core.rmem_max)";
            findings.add(
                    limit < 1_000_000
                            ? Finding.note(
                                    found + ": bursts of messages may be lost", "sysctl -w net.core.rmem_max=4194304")
                            : Finding.fine(found));
        });
        return findings;
    }

    private static Optional<Long> number(Path file) {
        // Linux gives such a file to the first read, and what is left of it to nobody.
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? Optional.empty() : Optional.of(Long.valueOf(line.strip()));
        } catch (IOException | NumberFormatException notLinux) {
            return Optional.empty();
        }
    }

    private static Finding interfaces() {
        String property = System.getProperty("dts.interface", "");
        String variable = System.getenv().getOrDefault("DTS_INTERFACE", "");
        if (!property.isEmpty()) {
            return Finding.fine("programs started with dts.interface use " + property);
        }
        return Finding.fine(
                variable.isEmpty()
                        ? "programs use all interfaces that do multicast, since neither dts.interface nor DTS_INTERFACE"
                                + " is set"
                        : "programs use " + variable + ", as DTS_INTERFACE says");
    }
}
