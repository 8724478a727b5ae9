package org.domaintypesystem.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewKeyTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return NewKey.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void printsAKey() {
        assertThat(run()).isZero();
        assertThat(KeyRing.parse(out.toString(UTF_8)).sealing(0).algorithm()).isEqualTo(KeyAlgorithm.AES_256_GCM);
        out.reset();
        assertThat(run("chacha20-poly1305")).isZero();
        GroupKey key = KeyRing.parse(out.toString(UTF_8)).sealing(0);
        assertThat(key.algorithm()).isEqualTo(KeyAlgorithm.CHACHA20_POLY1305);
        assertThat(out.toString(UTF_8)).isEqualTo("# " + key + "\n" + key.reveal() + "\n");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void writesAFileOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("dts.keys");
        assertThat(run(file.toString())).isZero();
        GroupKey key = KeyRing.read(file).sealing(0);
        assertThat(out.toString(UTF_8)).startsWith(key + " is in " + file).doesNotContain(key.reveal());
        assertThat(run("aes-256-gcm", file.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("is there already");
        assertThat(KeyRing.read(file).sealing(0)).isEqualTo(key);
        assertThat(run(folder.resolve("no/folder").toString())).isEqualTo(1);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("--help")).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("chacha20-poly1305", "a", "b")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("usage: NewKey");
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
