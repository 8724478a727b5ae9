package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.domaintypesystem.codec.WireWriter;
import org.junit.jupiter.api.Test;

/** The example of the documentation is what is sent, byte by byte. */
class ProtocolDocumentTest {
    private static final Pattern EXAMPLE_LINE = Pattern.compile("    \\d+ {2,}((?:[0-9a-f]{2} ){7}[0-9a-f]{2}) .*");

    @Test
    void showsTheBytesOfAMessage() throws IOException {
        byte[] message = new byte[MessageLayout.CONTENT + Long.BYTES];
        int end = WireWriter.struct(message, MessageLayout.BODY, MessageLayout.CONTENT, 1, 0, message.length);
        WireWriter.float64(message, MessageLayout.CONTENT, 64.25);
        MessageLayout.writeHeader(
                message,
                end,
                0x0123456789abcdefL,
                0xc4823d37f52fcc19L,
                0x1122334455667788L,
                1_700_000_000_123_456_789L);
        MessageLayout.writeSequence(message, 7);
        assertThat(HexFormat.ofDelimiter(" ").formatHex(message)).isEqualTo(example());
    }

    private static String example() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "protocol.md"));
        return lines.stream()
                .takeWhile(line -> !line.equals("## Large messages"))
                .map(EXAMPLE_LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.joining(" "));
    }
}
