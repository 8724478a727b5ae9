package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be set from outside, as far as reliable delivery and sockets are concerned. */
class SettingsTest {
    @AfterEach
    void clear() {
        for (String property : new String[] {
            Settings.RECEIVE_BUFFER,
            Settings.RETENTION_BYTES,
            Settings.RETENTION_TIME,
            Settings.REPAIR_TIME,
            Settings.KEY_FILE
        }) {
            System.clearProperty(property);
        }
    }

    @Test
    void hasDefaults() {
        NodeSettings settings = Dts.builder().nodeSettings();
        assertThat(settings.retention().bytes()).isEqualTo(41_943_040);
        assertThat(settings.retention().nanos()).isEqualTo(30_000_000_000L);
        assertThat(settings.repairTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(Dts.builder().socketSettings().receiveBuffer()).isEqualTo(4 << 20);
    }

    @Test
    void isTakenFromProperties() {
        System.setProperty(Settings.RETENTION_BYTES, "5000000000");
        System.setProperty(Settings.RETENTION_TIME, "2min");
        System.setProperty(Settings.REPAIR_TIME, "250ms");
        System.setProperty(Settings.RECEIVE_BUFFER, "100000");
        NodeSettings settings = Dts.builder().nodeSettings();
        assertThat(settings.retention().bytes()).isEqualTo(5_000_000_000L);
        assertThat(settings.retention().nanos()).isEqualTo(120_000_000_000L);
        assertThat(settings.repairTime()).isEqualTo(Duration.ofMillis(250));
        assertThat(Dts.builder().socketSettings().receiveBuffer()).isEqualTo(100_000);
    }

    /** Each part of a retention by itself. */
    @Test
    void givesWayToTheProgram() {
        System.setProperty(Settings.RETENTION_BYTES, "500000");
        System.setProperty(Settings.REPAIR_TIME, "1s");
        System.setProperty(Settings.RECEIVE_BUFFER, "100000");
        DtsBuilder builder = Dts.builder()
                .retention(Retention.ofTime(Duration.ofSeconds(3)))
                .repairTime(Duration.ofSeconds(2))
                .receiveBuffer(2000);
        assertThat(builder.nodeSettings().retention().bytes()).isEqualTo(500_000);
        assertThat(builder.nodeSettings().retention().nanos()).isEqualTo(3_000_000_000L);
        assertThat(builder.nodeSettings().repairTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(builder.socketSettings().receiveBuffer()).isEqualTo(2000);
    }

    @ParameterizedTest
    @CsvSource({
        "dts.retention-bytes, much, 'DTS_RETENTION_BYTES, is ''much'', expected a number'",
        "dts.retention-bytes, 10, a retention of 10 bytes",
        "dts.retention-time, 30, 'DTS_RETENTION_TIME, is ''30'', expected a time such as 500ms, 30s or 2min'",
        "dts.retention-time, 61min, a retention for PT1H1M",
        "dts.repair-time, 1h, 'expected a time such as'",
        "dts.repair-time, -5s, 'expected a time such as'",
        "dts.repair-time, 0s, 'a repair time of PT0S, expected a millisecond to an hour'"
    })
    void refusesWhatCannotBe(String property, String value, String message) {
        System.setProperty(property, value);
        assertThatThrownBy(() -> Dts.builder().nodeSettings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000000000", "1407", "1073741825", "4MB"})
    void refusesReceiveBuffersThatCannotBe(String value) {
        System.setProperty(Settings.RECEIVE_BUFFER, value);
        assertThatThrownBy(() -> Dts.builder().socketSettings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void keysComeFromAFileOrTheEnvironment(@TempDir Path folder) throws IOException {
        assertThat(Dts.builder().nodeSettings().keys()).isNull();
        GroupKey key = GroupKey.generate();
        Path file = Files.createFile(folder.resolve("some.key"));
        Files.writeString(file, key.reveal() + "\n");
        System.setProperty(Settings.KEY_FILE, file.toString());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThatThrownBy(() -> Dts.builder().nodeSettings()).hasMessageContaining("chmod 600");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        KeyRing read = Dts.builder().nodeSettings().keys();
        assertThat(read).isNotNull();
        assertThat(read.sealing(0)).isEqualTo(key);
        KeyRing own = KeyRing.of(GroupKey.generate());
        assertThat(Dts.builder().keys(own).nodeSettings().keys()).isSameAs(own);

        KeyRing parsed = Settings.keys(null, "# from the environment\n" + key.reveal());
        assertThat(parsed).isNotNull();
        assertThat(parsed.sealing(0)).isEqualTo(key);
        assertThat(Settings.keys(null, " ")).isNull();
        assertThatThrownBy(() -> Settings.keys(file.toString(), key.reveal()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave one of the two out")
                .hasMessageNotContaining(key.reveal().substring(20));
        assertThatThrownBy(() -> Settings.keys(null, "dts-key-1:aes-256-gcm:secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DTS_KEYS: ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Settings.keys(folder.resolve("none").toString(), null))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none");
    }

    @Test
    void refusesInProgramsWhatCannotBe() {
        DtsBuilder builder = Dts.builder();
        assertThatThrownBy(() -> builder.repairTime(Duration.ofNanos(999_999)))
                .hasMessageContaining("expected a millisecond to an hour");
        assertThatThrownBy(() -> builder.repairTime(Duration.ofHours(1).plusNanos(1)))
                .hasMessageContaining("expected a millisecond to an hour");
        assertThatThrownBy(() -> builder.receiveBuffer(1407)).hasMessageContaining("expected 1408 to 1073741824");
    }
}
