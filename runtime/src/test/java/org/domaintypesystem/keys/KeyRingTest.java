package org.domaintypesystem.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static final long RECIPE = 0xc4823d37f52fcc19L;

    private final GroupKey first = GroupKey.generate();
    private final GroupKey second = GroupKey.generate(KeyAlgorithm.CHACHA20_POLY1305);
    private final GroupKey third = GroupKey.generate();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("dts.keys");
    }

    @Test
    void sealsWithTheFirstAndOpensWithAll() {
        KeyRing ring = KeyRing.of(first, second);
        assertThat(ring.sealing(0)).isEqualTo(first);
        assertThat(ring.sealing(RECIPE)).isEqualTo(first);
        assertThat(ring.opening(RECIPE, first.id())).isEqualTo(first);
        assertThat(ring.opening(0, second.id())).isEqualTo(second);
        assertThat(ring.opening(0, third.id())).isNull();
    }

    @Test
    void keysOfATypeAreForThatTypeAlone() {
        KeyRing ring = KeyRing.builder()
                .key(first)
                .typeKey("brewery.Temperature", second)
                .typeKey(RECIPE, third)
                .build();
        assertThat(ring.sealing(RECIPE)).isEqualTo(second);
        assertThat(ring.opening(RECIPE, third.id())).isEqualTo(third);
        assertThat(ring.opening(RECIPE, first.id())).isNull();
        assertThat(ring.opening(0, second.id())).isNull();
        assertThat(ring.opening(RECIPE + 1, second.id())).isNull();
        ring.check("brewery.Temperature", RECIPE);
        ring.check("brewery.Other", RECIPE + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring.check("brewery.Temperature", RECIPE + 1))
                .withMessageContaining("write 'type c4823d37f52fcc1a'");
    }

    @Test
    void readsLines() {
        KeyRing ring = KeyRing.parse("""
                # the brewery

                  %s \r
                %s
                type   brewery.Temperature\t%s
                type c4823d37f52fcc1a %s""".formatted(first.reveal(), second.reveal(), third.reveal(), first.reveal()));
        assertThat(ring.sealing(0)).isEqualTo(first);
        assertThat(ring.opening(0, second.id())).isEqualTo(second);
        assertThat(ring.sealing(RECIPE)).isEqualTo(third);
        assertThat(ring.sealing(RECIPE + 1)).isEqualTo(first);
        assertThat(ring.toString())
                .contains(first.toString(), "type c4823d37f52fcc19: [" + third)
                .doesNotContain(first.reveal(), first.reveal().substring(22));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s x",
                "x %s",
                "key %s",
                "type %s",
                "type brewery.Recipe",
                "type brewery/Recipe %s",
                "type brewery. %s",
                "type brewery.Recipe %s %<s",
                "type brewery.Recipe x%s",
                "# no key",
            })
    void whatIsWrongIsToldByItsLine(String line) {
        String text = "\n" + line.formatted(first.reveal());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(text))
                .satisfies(e -> {
                    assertThat(e.getMessage()).containsPattern("^line 2: |^there is no group key");
                    for (Throwable each = e; each != null; each = each.getCause()) {
                        assertThat(each.getMessage())
                                .doesNotContain(first.reveal().substring(22));
                    }
                });
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(first, second, first))
                .withMessage(first + " is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.builder().key(first).typeKey(1, second))
                .withMessage("0000000000000001 is not the id of a type");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readsAFileOfItsOwnerAlone() throws IOException {
        KeyFile.create(file, first.reveal().getBytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyRing.read(file).sealing(0)).isEqualTo(first);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(KeyRing.read(file).sealing(0)).isEqualTo(first);
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rw-r--r--"})
    void refusesAFileOfOthers(String permissions) throws IOException {
        KeyFile.create(file, first.reveal().getBytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.read(file))
                .withMessage("key file %s may be read or written by others than its owner (%s): chmod 600 %s"
                        .formatted(file, permissions, file));
    }

    @Test
    void namesTheFileAndNotItsText() throws IOException {
        assertThatThrownBy(() -> KeyRing.read(file)).isInstanceOf(NoSuchFileException.class);
        KeyFile.create(file, (first.reveal() + "x").getBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.read(file))
                .withMessageStartingWith("key file " + file + ": line 1: not a key")
                .withMessageNotContaining(first.reveal().substring(22));
        Files.delete(file);
        KeyFile.create(file, new byte[1 << 17]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.read(file))
                .withMessageEndingWith("has more than 65536 bytes");
    }
}
