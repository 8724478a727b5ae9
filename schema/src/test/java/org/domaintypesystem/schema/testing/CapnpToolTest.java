package org.domaintypesystem.schema.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("capnp")
class CapnpToolTest {
    @TempDir
    private Path directory;

    @Test
    void encodesAndDecodes() throws IOException {
        CapnpTool capnp = CapnpTool.in(directory);
        Files.writeString(directory.resolve("Vat.capnp"), "@0xf5b9311184e8ad3f;\nstruct Vat { name @0 :Text; }\n");
        byte[] message = capnp.encode("Vat.capnp", "Vat", "(name = \"mash tun\")");
        assertThat(capnp.decode("Vat.capnp", "Vat", message)).isEqualToIgnoringWhitespace("(name = \"mash tun\")");
    }

    @Test
    void failureShowsWhatTheToolSaid() throws IOException {
        CapnpTool capnp = CapnpTool.in(directory);
        Files.writeString(directory.resolve("Vat.capnp"), "@0xf5b9311184e8ad3f;\nstruct Vat { name @1 :Text; }\n");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> capnp.compile("-", List.of("Vat.capnp")))
                .withMessageContaining("Skipped ordinal @0");
    }
}
