package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelDropsTest {
    private static final String HEADER = "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"
            + "   uid  timeout inode ref pointer drops\n";

    @TempDir
    Path folder;

    private Path table;
    private KernelDrops drops;

    @BeforeEach
    void open() throws IOException {
        table = folder.resolve("udp");
        Path files = Files.createDirectory(folder.resolve("fd"));
        Files.createSymbolicLink(files.resolve("3"), Path.of("socket:[904485]"));
        Files.createSymbolicLink(files.resolve("4"), Path.of("socket:[904486]"));
        Files.createSymbolicLink(files.resolve("5"), folder.resolve("elsewhere"));
        Files.createFile(files.resolve("6"));
        drops = new KernelDrops(table, files);
    }

    private static String socket(int port, int inode, long dropped) {
        return " 5290: 00000000:%04X 00000000:0000 07 00000000:00001E00 00:00000000 00000000     0        0 %d 2 0000000007e6439a %d     %n"
                .formatted(port, inode, dropped);
    }

    @Test
    void areThoseOfTheProcessOnItsPorts() throws IOException {
        Files.writeString(
                table,
                HEADER
                        + socket(5387, 904485, 1994)
                        + socket(5388, 904486, 3)
                        + socket(5387, 1, 50)
                        + socket(77, 904486, 9));
        assertThat(drops.count(Set.of(5387))).hasValue(1994);
        assertThat(drops.count(Set.of(5387, 77))).hasValue(2003);
        assertThat(drops.count(Set.of(12))).hasValue(2003);
    }

    @Test
    void stayWhenASocketIsClosed() throws IOException {
        Files.writeString(table, HEADER + socket(5387, 904485, 4) + socket(5387, 904486, 3));
        assertThat(drops.count(Set.of(5387))).hasValue(7);
        Files.writeString(table, HEADER + socket(5387, 904486, 5));
        assertThat(drops.count(Set.of(5387))).hasValue(9);
        assertThat(drops.count(Set.of(5387))).hasValue(9);
        Files.writeString(table, HEADER);
        assertThat(drops.count(Set.of(5387))).hasValue(9);
    }

    @Test
    void areUnknownWhereTheSystemDoesNotTell() throws IOException {
        assertThat(drops.count(Set.of(5387))).isEmpty();
        Files.writeString(table, HEADER + "something else");
        assertThat(drops.count(Set.of(5387))).isEmpty();
    }
}
