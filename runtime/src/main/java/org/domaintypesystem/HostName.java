package org.domaintypesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this host is called, without asking a name server: that can take long. */
final class HostName {
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static String get() {
        return Stream.of(fromSystem(), System.getenv("HOSTNAME"), System.getenv("COMPUTERNAME"))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("localhost");
    }

    private static String fromSystem() {
        try {
            return Files.readString(LINUX).strip();
        } catch (IOException | SecurityException elsewhere) {
            return "";
        }
    }
}
